using System.Text.Json.Nodes;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>The <c>capabilities</c> document of a connector that can do everything, in full.</summary>
public sealed class CapabilitiesDocumentTests
{
    const string Harbour = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Baton;

        namespace Harbour;

        public sealed record Thing(string Id);

        [Connector("baton-harbour", DisplayName = "Harbour")]
        public sealed partial class HarbourConnector : ITicketSystem
        {
            [EventFeed("gate", EventKind.Usage)]
            public Task<EventPage> GateAsync(string? cursor) => Task.FromResult(new EventPage([], cursor ?? "0"));

            [Action("sound_horn")]
            public Task HornAsync() => Task.CompletedTask;

            public IAsyncEnumerable<TicketSchema> SchemasAsync(CancellationToken ct) => throw new NotSupportedException();
            public Task<Ticket?> GetAsync(string id, CancellationToken ct) => Task.FromResult<Ticket?>(null);
            public Task<Ticket> CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken ct) => throw new NotSupportedException();
        }

        [ResourceType("sailor", Trait.User, V1Identifier = "crew", SkipEntitlements = true, SkipGrants = true, Permissions = new[] { "crew:read", "crew:write" })]
        public sealed partial class Sailors
        {
            public IEnumerable<Thing> ListAsync() => [];
            public Task<Thing?> GetAsync(ResourceKey key) => Task.FromResult<Thing?>(null);
            static void Map(Thing thing, UserBuilder user) => user.Id(thing.Id).Login(thing.Id);

            [CreateAccount(CredentialOption.NoPassword, CredentialOption.RandomPassword, Preferred = CredentialOption.RandomPassword)]
            public Task<Thing> HireAsync(NewAccount account) => Task.FromResult(new Thing(account.Login));

            [DeleteResource]
            public Task DismissAsync(ResourceKey key) => Task.CompletedTask;

            [RotateCredentials(CredentialOption.RandomPassword)]
            public Task RotateAsync(ResourceKey key, NewCredential credential) => Task.CompletedTask;

            [IssueCredential(IssuedCredentialKind.ApiKey, typeof(Passes), Scopes = ["dock"], MaxLifetimeSeconds = 3600)]
            public Task<IssuedCredential> IssueAsync(ResourceKey key, CredentialRequest request) => Task.FromResult(new IssuedCredential("p", new PlaintextSecret("key", "k")));
        }

        [ResourceType("pass", Trait.Secret, DisplayName = "Harbour Pass", Description = "Opens gates", Deprecated = true)]
        public sealed partial class Passes
        {
            public IEnumerable<Thing> ListAsync() => [];
            static void Map(Thing thing, SecretBuilder secret) => secret.Id(thing.Id);

            [DeleteResource]
            public Task WithdrawAsync(ResourceKey key) => Task.CompletedTask;
        }

        [ResourceType("ship", Trait.Group, Trait.App, SkipSyncAnomalyDetection = true)]
        [Entitlement("aboard", Purpose = Purpose.Assignment), Grantable("aboard", typeof(Sailors))]
        public sealed partial class Ships
        {
            public IEnumerable<Thing> ListAsync() => [];
            static void Map(Thing thing, GroupBuilder ship) => ship.Id(thing.Id);

            [Entitlements]
            public static IEnumerable<ResourceEntitlement> Extra() => [];

            [Grants]
            public static IEnumerable<ResourceGrant> Crew() => [];

            [Grant]
            public Task BoardAsync(ResourceKey ship, Principal who, string slug) => Task.CompletedTask;

            [Revoke]
            public Task LeaveAsync(ResourceKey ship, Principal who, string slug) => Task.CompletedTask;

            [CreateResource]
            public Task<Thing> LaunchAsync(NewResource ship) => Task.FromResult(new Thing(ship.DisplayName));

            [DeleteResource]
            public Task ScrapAsync(ResourceKey ship) => Task.CompletedTask;
        }

        [ResourceType("buoy", OptInRequired = true, SourcedExternally = true)]
        [TypeAnnotation("harbour.v1.Marker")]
        public sealed partial class Buoys
        {
            public IEnumerable<Thing> ListAsync() => [];
            static void Map(Thing thing, PlainBuilder buoy) => buoy.Id(thing.Id);
        }
        """;

    // As other implementations of the protocol write it: order of capabilities, of types and of annotations included.
    const string Expected = """
        {
          "@type": "type.googleapis.com/c1.connector.v2.ConnectorCapabilities",
          "resourceTypeCapabilities": [
            { "resourceType": { "id": "buoy", "displayName": "Buoy",
                "annotations": [ { "@type": "type.googleapis.com/c1.connector.v2.OptInRequired" }, { "@type": "type.googleapis.com/harbour.v1.Marker" } ],
                "sourcedExternally": true },
              "capabilities": [ "CAPABILITY_SYNC" ], "permissions": {}, "optInRequired": true },
            { "resourceType": { "id": "pass", "displayName": "Harbour Pass", "traits": [ "TRAIT_SECRET" ],
                "annotations": [ { "@type": "type.googleapis.com/c1.connector.v2.Deprecated" } ], "description": "Opens gates" },
              "capabilities": [ "CAPABILITY_SYNC", "CAPABILITY_RESOURCE_DELETE" ], "permissions": {}, "deprecated": true },
            { "resourceType": { "id": "sailor", "displayName": "Sailor", "traits": [ "TRAIT_USER" ],
                "annotations": [
                  { "@type": "type.googleapis.com/c1.connector.v2.V1Identifier", "id": "crew" },
                  { "@type": "type.googleapis.com/c1.connector.v2.SkipEntitlementsAndGrants" },
                  { "@type": "type.googleapis.com/c1.connector.v2.CapabilityPermissions",
                    "permissions": [ { "permission": "crew:read" }, { "permission": "crew:write" } ] } ] },
              "capabilities": [ "CAPABILITY_SYNC", "CAPABILITY_TARGETED_SYNC", "CAPABILITY_ACCOUNT_PROVISIONING", "CAPABILITY_RESOURCE_DELETE",
                "CAPABILITY_CREDENTIAL_ROTATION", "CAPABILITY_CREDENTIAL_ISSUE" ],
              "permissions": { "permissions": [ { "permission": "crew:read" }, { "permission": "crew:write" } ] },
              "credentialIssue": {
                "options": [ { "option": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_API_KEY", "expiry": { "max": "3600s" }, "scopes": [ "dock" ],
                  "resourceMode": "CREDENTIAL_RESOURCE_MODE_DISCOVERABLE", "secretResourceTypeId": "pass" } ],
                "preferredOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_API_KEY" } },
            { "resourceType": { "id": "ship", "displayName": "Ship", "traits": [ "TRAIT_GROUP", "TRAIT_APP" ],
                "annotations": [
                  { "@type": "type.googleapis.com/c1.connector.v2.TypeScopedEntitlements" },
                  { "@type": "type.googleapis.com/c1.connector.v2.TypeScopedGrants" },
                  { "@type": "type.googleapis.com/c1.connector.v2.SkipSyncAnomalyDetection" } ] },
              "capabilities": [ "CAPABILITY_SYNC", "CAPABILITY_PROVISION", "CAPABILITY_RESOURCE_DELETE", "CAPABILITY_RESOURCE_CREATE" ],
              "permissions": {}, "skipSyncAnomalyDetection": true }
          ],
          "connectorCapabilities": [ "CAPABILITY_PROVISION", "CAPABILITY_SYNC", "CAPABILITY_TICKETING", "CAPABILITY_ACCOUNT_PROVISIONING",
            "CAPABILITY_CREDENTIAL_ROTATION", "CAPABILITY_RESOURCE_CREATE", "CAPABILITY_RESOURCE_DELETE", "CAPABILITY_ACTIONS", "CAPABILITY_TARGETED_SYNC",
            "CAPABILITY_EVENT_FEED_V2", "CAPABILITY_SERVICE_MODE_TARGETED_SYNC", "CAPABILITY_CREDENTIAL_ISSUE" ],
          "credentialDetails": {
            "capabilityAccountProvisioning": {
              "supportedCredentialOptions": [ "CAPABILITY_DETAIL_CREDENTIAL_OPTION_NO_PASSWORD", "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD" ],
              "preferredCredentialOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD" },
            "capabilityCredentialRotation": {
              "supportedCredentialOptions": [ "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD" ],
              "preferredCredentialOption": "CAPABILITY_DETAIL_CREDENTIAL_OPTION_RANDOM_PASSWORD" }
          }
        }
        """;

    [Fact]
    public void The_document_is_that_of_the_protocol()
    {
        using var loaded = LoadedConnector.Of(Harbour);
        var document = JsonNode.Parse(loaded.Manifest.CapabilitiesJson)!;
        var expected = JsonNode.Parse(Expected);
        Assert.True(JsonNode.DeepEquals(expected, document), document.ToJsonString(new() { WriteIndented = true }));
    }
}
