using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Actions, event feeds, tickets and pictures of the connector's class.</summary>
static class ConnectorTasksEmitter
{
    const string Services = $"{Names.ServiceProvider} services";

    public static void Write(SourceWriter writer, ConnectorModel connector)
    {
        new ActionsEmitter($"{Services}, ", "services, ", action => $"{Target(connector, action.IsStatic)}.{action.Method}")
            .Write(writer, connector.Tasks.Actions);
        WriteFeeds(writer, connector);
        if (connector.Tasks.HasTickets)
            WriteSelf(writer, connector, Names.TicketSystem, "Tickets");
        if (connector.Tasks.HasAssets)
            WriteSelf(writer, connector, Names.AssetReader, "Assets");
    }

    static void WriteSelf(SourceWriter writer, ConnectorModel connector, string contract, string method)
    {
        writer.Blank();
        writer.Line($"public override {contract}? {method}({Services}) => Get<{connector.Host.Type}>(services);");
    }

    static string Target(ConnectorModel connector, bool isStatic) => isStatic ? connector.Host.Type : $"Get<{connector.Host.Type}>(services)";

    static void WriteFeeds(SourceWriter writer, ConnectorModel connector)
    {
        var feeds = connector.Tasks.EventFeeds;
        if (feeds.Count == 0)
            return;
        writer.Blank();
        writer.Open($"public override {Names.ReadOnlyList}<{Names.EventFeedDefinition}> EventFeeds {{ get; }} =", "[");
        foreach (var feed in feeds)
            writer.Line($"new({Literals.Text(feed.Id)}, [{string.Join(", ", feed.Kinds.Select(static kind => $"{Names.EventKind}.{kind}"))}]),");
        writer.Close("];");
        var cursors = new CursorNames(feeds.Select(static feed => feed.Cursor));
        SyncerEmitter.WriteSignature(
            writer, $"public override {Names.Task}<{Names.EventPage}> EventsAsync", " => feed switch",
            Services, "string feed", "global::System.DateTimeOffset since", Parameters.PageToken, "int pageSize", Parameters.CancellationToken);
        writer.Open();
        foreach (var feed in feeds)
        {
            var call = $"{Target(connector, feed.IsStatic)}.{feed.Method}({ArgumentText.Of(feed.Arguments, cursor: cursors.Read(feed.Cursor))})";
            writer.Line($"{Literals.Text(feed.Id)} => {cursors.Page(call, feed.Cursor)},");
        }
        writer.Line("_ => base.EventsAsync(services, feed, since, pageToken, pageSize, cancellationToken),");
        writer.Close("};");
        CursorEmitter.Write(writer, cursors);
    }
}
