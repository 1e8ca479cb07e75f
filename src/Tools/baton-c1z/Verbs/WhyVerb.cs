using System.CommandLine;
using System.Text;
using System.Text.Json;
using Baton.C1Z;
using Baton.Cli;
using Baton.Protocol.Connector.V2;

namespace Baton.C1ZTool;

/// <summary>The way from a principal to an entitlement.</summary>
static class WhyVerb
{
    static readonly Listing<(AccessStep Step, string Entitlement, string Principal)> Steps = new(
        "path",
        ["Principal", "Entitlement", "Grant"],
        static row => [$"{row.Step.Principal} {row.Principal}", $"{row.Step.EntitlementId} {row.Entitlement}", row.Step.GrantId],
        static (json, row) =>
        {
            json.WriteStartObject();
            WriteMembers(json, row.Step);
            json.WriteString("principalName", row.Principal);
            json.WriteString("entitlementName", row.Entitlement);
            json.WriteEndObject();
        });

    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        var principal = new Argument<string>("principal") { Description = "Who, as TYPE:ID" };
        var entitlement = new Argument<string>("entitlement") { Description = "The id of what is held" };
        return new Command("why", "Tell why a principal holds an entitlement; ends with 1 when it does not") { principal, entitlement, sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            var (who, what) = (Keys.Parse(invocation.Value(principal)!, "the principal"), invocation.Value(entitlement)!);
            var entry = await reader.Current.WhyAsync(who, what, invocation.Cancel);
            var details = new SyncDetails(reader.Current);
            var steps = (entry?.Path ?? []).ToAsyncEnumerable().Select(async (AccessStep step, CancellationToken cancel) =>
            {
                var resource = await details.ResourceAsync(new ResourceId { ResourceType = step.Principal.Type, Resource = step.Principal.Id }, cancel);
                return (step, (await details.EntitlementAsync(step.EntitlementId, cancel)).DisplayName, resource.DisplayName);
            });
            if (invocation.Format != "console")
                await invocation.PrintAsync(Steps, steps);
            else
                await ConsoleAsync(invocation, who, what, entry, await steps.ToListAsync(invocation.Cancel));
            return entry is null ? ExitCode.No : ExitCode.Ok;
        });
    }

    /// <summary>A step as a JSON value.</summary>
    public static void WriteStep(Utf8JsonWriter json, AccessStep step)
    {
        json.WriteStartObject();
        WriteMembers(json, step);
        json.WriteEndObject();
    }

    static void WriteMembers(Utf8JsonWriter json, AccessStep step)
    {
        json.WriteString("principalType", step.Principal.Type);
        json.WriteString("principalId", step.Principal.Id);
        json.WriteString("entitlementId", step.EntitlementId);
        json.WriteString("grantId", step.GrantId);
    }

    static async Task ConsoleAsync(
        Invocation invocation, ResourceKey who, string what, AccessEntry? entry, IReadOnlyList<(AccessStep Step, string Entitlement, string Principal)> steps)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(TerminalText.Line(line)).Append('\n');
        if (entry is null)
            Line($"{who} does not hold {what}");
        else if (steps.Count == 0)
            Line($"{who} holds {what} by grant {entry.Grant?.Id}, which comes from {string.Join(", ", entry.Grant?.Sources?.Sources.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())}");
        foreach (var (step, entitlement, principal) in steps)
            Line($"{step.Principal} ({principal}) holds {step.EntitlementId} ({entitlement}) by grant {step.GrantId}");
        if (steps.Count > 1 && entry!.Grant is null)
            Line($"so {who} holds {what}; the file was not expanded and has no grant that says so");
        await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), invocation.Cancel);
    }
}
