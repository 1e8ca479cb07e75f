using System.Text.Json.Nodes;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>The <c>config</c> document of a record with every kind of setting, rule, relation and group; and what binds it.</summary>
public sealed class ConfigDocumentTests
{
    const string Lab = """
        using System;
        using System.Collections.Generic;
        using Baton;

        namespace Acme;

        [Connector("baton-lab", DisplayName = "Lab", HelpUrl = "/docs/baton/lab", CatalogId = "lab-1", IsDirectory = true, SupportsExternalResources = true,
            RequiresExternalConnector = true)]
        public sealed partial class LabConnector;

        public enum Region { Us, Eu }

        [DependentOn(nameof(TenantId), nameof(Orgs))]
        [RequiredTogether(nameof(ApiToken), nameof(Local))]
        [MutuallyExclusive(nameof(Nonce), nameof(Session))]
        [AtLeastOne(nameof(ApiToken), nameof(Orgs))]
        [FieldGroup("token", nameof(ApiToken), DisplayName = "Token", HelpText = "A token", Default = true)]
        [FieldGroup("tenant", nameof(TenantId), nameof(Orgs))]
        [ConnectorConfig(DisplayName = "Lab Cloud")]
        public sealed partial record LabConfig
        {
            [Field(DisplayName = "API token", Description = "The API token", Placeholder = "tok_...", Secret = true, Required = true)]
            public string? ApiToken { get; init; }

            [Field(DisplayName = "Base URL", MinLength = 9, MaxLength = 200, Prefix = "https://", WellKnown = WellKnown.Uri)]
            public string BaseUrl { get; init; } = "https://api.example.com";

            [Field(Min = 1, Max = 1000, NotIn = ["13"])]
            public int PageSize { get; init; } = 100;

            [Field(MaxItems = 3, Unique = true, Pattern = "^[a-z]+$")]
            public string[] Orgs { get; init; } = [];

            [Field]
            public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string> { ["zone"] = "", ["env"] = "prod, a=b" };

            [Field]
            public IReadOnlyDictionary<string, string> Ports { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal) { { "web", "80" } };

            [Field(Equal = "true")]
            public bool Licensed { get; init; }

            [Field(Equal = "7", Suggested = "7")]
            public long Version { get; init; }

            [Field(Equal = "yes", NotContains = "no", Suffix = "s", Length = 3)]
            public string? Consent { get; init; }

            [Field(Suggested = "a,b")]
            public IReadOnlyList<string> Teams { get; init; } = ["x", "y,z"];

            [Field]
            public Region Region { get; init; } = Region.Us;

            [Field(Secret = true, Extensions = [".json", ".pem"])]
            public byte[]? KeyFile { get; init; }

            [Field(Export = FieldExport.Operations, Suggested = "sugg")]
            public string? OpsOnly { get; init; }

            [Field(WellKnown = WellKnown.Uuid, Required = true)]
            public string? TenantId { get; init; }

            [Field(Export = FieldExport.CommandLine)]
            public string? Local { get; init; }

            [Field(Input = FieldInput.Random, Secret = true)]
            public string? Nonce { get; init; }

            [Field(Input = FieldInput.OAuth2, Secret = true)]
            public string? Session { get; init; }

            [Field(Shared = true, DisplayName = "Tickets")]
            public bool Ticketing { get; init; }
        }
        """;

    // The same settings as other implementations of the protocol write them, without those that every connector has.
    const string Expected = """
        {
          "fields": [
            { "name": "api-token", "displayName": "API token", "description": "The API token", "placeholder": "tok_...", "isRequired": true, "isSecret": true,
              "stringField": { "rules": { "isRequired": true } } },
            { "name": "base-url", "displayName": "Base URL",
              "stringField": { "defaultValue": "https://api.example.com",
                "rules": { "minLen": "9", "maxLen": "200", "prefix": "https://", "wellKnown": "WELL_KNOWN_STRING_URI" } } },
            { "name": "page-size", "intField": { "defaultValue": "100", "rules": { "lte": "1000", "gte": "1", "notIn": ["13"] } } },
            { "name": "orgs", "stringSliceField": { "rules": { "maxItems": "3", "unique": true, "itemRules": { "pattern": "^[a-z]+$" } } } },
            { "name": "labels", "stringMapField": { "defaultValue": {
                "env": { "@type": "type.googleapis.com/google.protobuf.Value", "value": "prod, a=b" },
                "zone": { "@type": "type.googleapis.com/google.protobuf.Value", "value": "" } } } },
            { "name": "ports", "stringMapField": { "defaultValue": { "web": { "@type": "type.googleapis.com/google.protobuf.Value", "value": "80" } } } },
            { "name": "licensed", "boolField": { "rules": { "eq": true } } },
            { "name": "version", "intField": { "suggestedValue": "7", "rules": { "eq": "7" } } },
            { "name": "consent", "stringField": { "rules": { "eq": "yes", "len": "3", "suffix": "s", "notContains": "no" } } },
            { "name": "teams", "stringSliceField": { "defaultValue": ["x", "y,z"], "suggestedValue": ["a", "b"] } },
            { "name": "region", "stringField": { "defaultValue": "us", "rules": { "in": ["us", "eu"] } } },
            { "name": "key-file", "isSecret": true, "stringField": { "type": "STRING_FIELD_TYPE_FILE_UPLOAD", "allowedExtensions": [".json", ".pem"] } },
            { "name": "ops-only", "isOps": true, "stringField": { "suggestedValue": "sugg" } },
            { "name": "tenant-id", "isRequired": true, "stringField": { "rules": { "wellKnown": "WELL_KNOWN_STRING_UUID", "isRequired": true } } },
            { "name": "nonce", "isSecret": true, "stringField": { "type": "STRING_FIELD_TYPE_RANDOM" } },
            { "name": "session", "isSecret": true, "stringField": { "type": "STRING_FIELD_TYPE_OAUTH2" } },
            { "name": "ticketing", "displayName": "Tickets", "boolField": {} }
          ],
          "constraints": [
            { "kind": "CONSTRAINT_KIND_DEPENDENT_ON", "fieldNames": ["tenant-id"], "secondaryFieldNames": ["orgs"] },
            { "kind": "CONSTRAINT_KIND_MUTUALLY_EXCLUSIVE", "fieldNames": ["nonce", "session"] },
            { "kind": "CONSTRAINT_KIND_AT_LEAST_ONE", "fieldNames": ["api-token", "orgs"] }
          ],
          "displayName": "Lab Cloud",
          "helpUrl": "/docs/baton/lab",
          "isDirectory": true,
          "catalogId": "lab-1",
          "supportsExternalResources": true,
          "requiresExternalConnector": true,
          "fieldGroups": [
            { "name": "token", "displayName": "Token", "helpText": "A token", "fields": ["api-token"], "default": true },
            { "name": "tenant", "fields": ["tenant-id", "orgs"] }
          ]
        }
        """;

    [Fact]
    public void The_document_is_that_of_the_protocol()
    {
        using var loaded = LoadedConnector.Of(Lab);
        var document = JsonNode.Parse(loaded.Manifest.ConfigJson);
        var expected = JsonNode.Parse(Expected);
        Assert.True(JsonNode.DeepEquals(expected, document), document!.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public void The_program_knows_rules_relations_and_groups()
    {
        using var loaded = LoadedConnector.Of(Lab);
        var fields = loaded.Manifest.ConfigFields.ToDictionary(static field => field.Name);
        Assert.Equal((9L, 200L, "https://", WellKnown.Uri), (fields["base-url"].Rules.MinLength, fields["base-url"].Rules.MaxLength, fields["base-url"].Rules.Prefix,
            fields["base-url"].Rules.WellKnown));
        Assert.Equal(["13"], fields["page-size"].Rules.NotIn);
        Assert.Equal((3L, true, "^[a-z]+$"), (fields["orgs"].Rules.MaxItems, fields["orgs"].Rules.Unique, fields["orgs"].Rules.Pattern));
        Assert.Equal(["DependentOn", "RequiredTogether", "MutuallyExclusive", "AtLeastOne"], loaded.Manifest.ConfigRelations.Select(static r => r.Kind.ToString()));
        Assert.Equal(["tenant-id", "orgs"], loaded.Manifest.ConfigGroups[1].Fields);
        Assert.True(loaded.Manifest.ConfigGroups[0].IsDefault);
    }

    [Fact]
    public void Maps_and_files_are_bound()
    {
        using var loaded = LoadedConnector.Of(Lab);
        using var services = loaded.Services([("labels", new Dictionary<string, string> { ["env"] = "prod" }), ("key-file", "key"u8.ToArray()), ("ticketing", true)]);
        dynamic config = services.GetService(loaded.Assembly.GetType("Acme.LabConfig")!)!;
        Assert.Equal("prod", config.Labels["env"]);
        Assert.Equal("key"u8.ToArray(), (byte[])config.KeyFile);
        Assert.Null(config.ApiToken);
        Assert.True((bool)config.Ticketing);
        Assert.True(loaded.Manifest.ConfigFields.Single(static field => field.Name == "ticketing").Shared);
    }
}
