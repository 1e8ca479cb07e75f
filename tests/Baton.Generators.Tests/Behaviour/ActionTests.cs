using System.Text.Json;
using Baton.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated code for actions, event feeds and tickets.</summary>
public sealed class ActionTests : IDisposable
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    readonly LoadedConnector _loaded = LoadedConnector.Of(Sources.Actions);
    readonly ServiceProvider _services;

    public ActionTests() => _services = _loaded.Services();

    public void Dispose()
    {
        _services.Dispose();
        _loaded.Dispose();
    }

    [Fact]
    public async Task Action_ArgumentsAndAnswer()
    {
        var answer = await InvokeAsync("report", ("people", new List<object?> { Key("person", "a"), "person:b" }), ("number", 5.0), ("tags", new ValueMap([new("k", "v")])));
        Assert.Equal(("t", 2.0, 5.0, true, "very_high"), (answer.Text("text"), answer.Number("count"), answer.Number("total"), answer.Flag("fine"), answer.Text("level")));
        Assert.Null(answer["former"]);
        Assert.Null(answer["other"]);
        Assert.Equal(["a"], answer.Texts("lines"));
        Assert.Equal("v", answer.Map("tags").Text("k"));
        Assert.Equal(("person", "a"), (answer.Map("who").Text("resource_type_id"), answer.Map("who").Text("resource_id")));
        Assert.Equal(2, Assert.IsAssignableFrom<IReadOnlyCollection<object?>>(answer["all"]).Count);
        Assert.Empty((await InvokeAsync("ping")).Values);
    }

    [Fact]
    public async Task Action_WholeResourcesEntitlementsAndGrants_ComeAndGoAsTheyAre()
    {
        var arguments = new (string, object?)[]
        {
            ("from", Whole("team", "t", "Team")), ("also", new List<object?> { Whole("person", "p", "") }),
            ("offers", new List<object?> { new ValueMap([new("id", "team:t:member"), new("slug", "member"), new("resourceTypeId", "team"), new("resourceId", "t"),
                new("purpose", "PURPOSE_VALUE_ASSIGNMENT"), new("grantableToResourceTypeIds", new List<object?> { "person" })]) }),
            ("held", new List<object?> { new ValueMap([new("entitlement", new ValueMap([new("id", "x")])), new("principal", Whole("person", "p", ""))]) }),
        };
        var answer = await InvokeAsync("copy", arguments);
        Assert.Equal(("Team", "t", "org"), (answer.Map("copy").Text("displayName"), answer.Map("copy").Map("resourceId").Text("resourceId"), answer.Map("copy").Map("parentResourceId").Text("resourceTypeId")));
        var offer = Assert.IsType<ValueMap>(Assert.Single(Assert.IsAssignableFrom<IEnumerable<object?>>(answer["offers"])));
        Assert.Equal(("team:t:member", "PURPOSE_VALUE_ASSIGNMENT", "person"), (offer.Text("id"), offer.Text("purpose"), offer.Texts("grantableToResourceTypeIds").Single()));
        var held = Assert.IsAssignableFrom<IEnumerable<object?>>(answer["held"]).Cast<ValueMap>().ToList();
        Assert.Equal(["x:person:p", "team:t:member:team:t"], held.Select(grant => grant.Text("id")));
        Assert.Equal("team:t:member", held[1].Map("entitlement").Text("id"));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => InvokeAsync("copy", [("from", Key("team", "t")), .. arguments[2..]]));
        Assert.Contains("\"from\"", failure.Message);
        Assert.Equal(
            [FormFieldKind.WholeResource, FormFieldKind.WholeResourceList, FormFieldKind.EntitlementList, FormFieldKind.GrantList],
            _loaded.Manifest.Actions.Single(a => a.Name == "copy").Arguments.Select(a => a.Kind));

        static ValueMap Whole(string type, string id, string name) => new([
            new("resourceId", new ValueMap([new("resourceTypeId", type), new("resourceId", id)])),
            new("parent_resource_id", new ValueMap([new("resource_type_id", "org"), new("resource_id", "o")])), new("displayName", name)]);
    }

    [Theory]
    [InlineData("number", "many", "\"number\" is not a whole number")]
    [InlineData("people", "person:a", "\"people\" is not a list")]
    [InlineData("tags", null, "\"tags\" is required")]
    public async Task Action_WrongArgument_IsNamed(string name, object? value, string message)
    {
        var arguments = new Dictionary<string, object?> { ["people"] = new List<object?> { "person:a" }, ["number"] = 1.0, ["tags"] = ValueMap.Empty, [name] = value };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => InvokeAsync("report", [.. arguments.Select(a => (a.Key, a.Value))]));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(message, failure.Message);
    }

    [Fact]
    public async Task Action_OfType_HasItsOwnResourceAndDefaults()
    {
        var people = _loaded.Syncer(_services, "person");
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => people.InvokeActionAsync("lock", new([new("person", Key("person", "a"))]), Ct));
        Assert.Equal("person:a  VeryHigh ", failure.Message);
        var other = await Assert.ThrowsAsync<ConnectorException>(() => people.InvokeActionAsync("lock", new([new("person", Key("team", "a"))]), Ct));
        Assert.Contains("\"person\" is not a resource of type person", other.Message);
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => people.InvokeActionAsync("ping", ValueMap.Empty, Ct))).Code);
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => InvokeAsync("lock"))).Code);
    }

    [Fact]
    public void Action_Schema_IsTheSignature()
    {
        var action = Assert.Single(_loaded.Syncer(_services, "person").Actions);
        Assert.Equal(("lock", "Lock \"it\"", "Locks"), (action.Name, action.DisplayName, action.Description));
        Assert.Equal([ActionType.AccountDisable], action.Types);
        Assert.Equal(["person", "reason", "level", "class"], action.Arguments.Select(a => a.Name));
        Assert.Equal(["person"], action.Arguments.Where(a => a.Required).Select(a => a.Name));
        Assert.Equal(["person"], action.Arguments[0].ResourceTypes().Select(t => t.Id));
        Assert.Equal(
            ["RequiredTogether reason,class on ", "DependentOn level on reason"],
            action.Constraints.Select(c => $"{c.Kind} {string.Join(',', c.Arguments)} on {string.Join(',', c.On)}"));
        var report = _loaded.Manifest.Actions[0];
        Assert.Equal([ActionType.Dynamic], report.Types);
        Assert.Equal(("people", "Whom", FormFieldKind.ResourceList), (report.Arguments[0].Name, report.Arguments[0].Description, report.Arguments[0].Kind));
        Assert.Equal(
            ["text", "count", "total", "fine", "level", "former", "lines", "tags", "who", "other", "all"], report.Results.Select(r => r.Name));
        Assert.Equal(["low", "very_high"], report.Results[4].Options);
        Assert.Equal((9L, true), (report.Arguments[0].Rules.MaxItems, report.Arguments[0].Rules.Unique));
    }

    [Fact]
    public async Task Feed_EveryCursor_GoesOnWhereItWas()
    {
        var first = await EventsAsync("text", "");
        Assert.Equal(("first", "next", true), (first.Events[0].Resource.Id, first.Next, first.HasMore));
        Assert.Equal(("next", false), ((await EventsAsync("text", "next")).Events[0].Resource.Id, (await EventsAsync("text", "next")).HasMore));
        var number = await EventsAsync("number", "");
        Assert.Equal((await EventsAsync("number", number.Next!)).Next, (await EventsAsync("number", number.Next!)).Next);
        Assert.NotEqual(number.Next, (await EventsAsync("number", number.Next!)).Next);
        var record = await EventsAsync("record", "");
        Assert.Contains("\"s\"", (await EventsAsync("record", record.Next!)).Next);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => EventsAsync("record", "no cursor"));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => EventsAsync("none", ""))).Code);
        Assert.Equal(["text Usage", "number CreateGrant,CreateRevoke", "record ResourceChange"],
            _loaded.Manifest.EventFeeds.Select(f => $"{f.Id} {string.Join(',', f.Kinds)}"));
    }

    [Fact]
    public async Task Tickets_AreTheConnectors()
    {
        var tickets = _loaded.Manifest.Tickets(_services)!;
        Assert.Equal("Bug", (await tickets.SchemaAsync("bug", Ct))?.DisplayName);
        Assert.Null(await tickets.SchemaAsync("other", Ct));
        var created = await tickets.CreateManyAsync([(new("One"), new("bug", "Bug")), (new("Two"), new("x", "X"))], Ct);
        Assert.Equal(["bug-1 One", "x-1 Two"], created.Select(r => $"{r.Ticket?.Id} {r.Ticket?.DisplayName}"));
        Assert.Equal([null, "there is no such ticket"], (await tickets.GetManyAsync(["t", "gone"], Ct)).Select(r => r.Error));
    }

    [Fact]
    public async Task Assets_AreTheConnectors()
    {
        var assets = _loaded.Manifest.Assets(_services)!;
        using var icon = await assets.AssetAsync("i", Ct);
        Assert.Equal(("image/png", 2L), (icon!.ContentType, icon.Content.Length));
        Assert.Null(await assets.AssetAsync("gone", Ct));
        using var without = LoadedConnector.Of(Sources.Directory);
        using var services = without.Services([("api-token", "t")]);
        Assert.Null(without.Manifest.Assets(services));
    }

    [Fact]
    public void Capabilities_AreThoseOfGo()
    {
        using var document = JsonDocument.Parse(_loaded.Manifest.CapabilitiesJson.ToArray());
        Assert.Equal(
            ["CAPABILITY_SYNC", "CAPABILITY_TICKETING", "CAPABILITY_ACTIONS", "CAPABILITY_EVENT_FEED_V2"],
            document.RootElement.GetProperty("connectorCapabilities").EnumerateArray().Select(c => c.GetString()));
    }

    static ValueMap Key(string type, string id) => new([new("resource_type_id", type), new("resource_id", id)]);

    Task<ValueMap> InvokeAsync(string name, params (string Name, object? Value)[] arguments) => _loaded.Manifest.InvokeActionAsync(
        _services, name, new(arguments.Select(a => KeyValuePair.Create(a.Name, a.Value))), Ct);

    Task<EventPage> EventsAsync(string feed, string token) => _loaded.Manifest.EventsAsync(_services, feed, DateTimeOffset.UnixEpoch, token, 10, Ct);
}
