using System.Globalization;
using System.Text;
using Baton.C1Z;
using Baton.Cli;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1ZTool;

/// <summary>A comparison for people: a line for each change, the counts at the end.</summary>
sealed class DiffText(Invocation invocation, SyncComparison comparison)
{
    readonly List<string[]> _counts = [];

    public async Task WriteAsync(SyncRun before, SyncRun after)
    {
        await using var writer = new StreamWriter(invocation.Host.Output, new UTF8Encoding(false), 32 << 10, leaveOpen: true);
        await writer.WriteLineAsync(TerminalText.Line($"from {before.Id} of {Text.Time(before.StartedAt)} to {after.Id} of {Text.Time(after.StartedAt)}"));
        await writer.WriteLineAsync();
        await PartAsync(writer, "resource type", comparison.ResourceTypesAsync(invocation.Cancel), static type => type.DisplayName);
        await PartAsync(writer, "resource", comparison.ResourcesAsync(invocation.Cancel), static resource => resource.DisplayName);
        await PartAsync(writer, "entitlement", comparison.EntitlementsAsync(invocation.Cancel), static entitlement => entitlement.DisplayName);
        await PartAsync(writer, "grant", comparison.GrantsAsync(invocation.Cancel), Describe);
        await writer.WriteLineAsync();
        await writer.FlushAsync(invocation.Cancel);
        await TableOutput.WriteAsync(invocation.Host, ["", "Created", "Modified", "Deleted"], _counts, invocation.Cancel);
    }

    async Task PartAsync<T>(StreamWriter writer, string what, IAsyncEnumerable<Change<T>> changes, Func<T, string> describe)
        where T : class, IMessage<T>
    {
        long created = 0, modified = 0, deleted = 0;
        await foreach (var change in changes)
        {
            var (sign, detail) = change switch
            {
                { Before: null } => ('+', describe(change.After!)),
                { After: null } => ('-', describe(change.Before)),
                _ => ('~', FieldChanges.Describe(change.Before!, change.After!)),
            };
            _ = sign switch { '+' => created++, '-' => deleted++, _ => modified++ };
            await writer.WriteLineAsync(TerminalText.Line($"{sign} {what} {change.Id}{(detail.Length > 0 ? $": {detail}" : "")}"));
        }
        _counts.Add([char.ToUpper(what[0], CultureInfo.InvariantCulture) + what[1..] + "s", Text.Number(created), Text.Number(modified), Text.Number(deleted)]);
    }

    static string Describe(Grant grant) => grant.Principal?.DisplayName is { Length: > 0 } name ? $"to {name}" : "";
}
