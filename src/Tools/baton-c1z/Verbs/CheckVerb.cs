using System.CommandLine;
using System.Text;
using Baton.C1Z;
using Baton.Cli;

namespace Baton.C1ZTool;

/// <summary>A decision with its reason.</summary>
static class CheckVerb
{
    static readonly Listing<AccessDecision> Decisions = new(
        "decisions",
        ["Allowed", "Reason", "Scope", "Grant", "Entitlement", "Text"],
        static decision => [decision.IsAllowed ? "true" : "false", Reason(decision), decision.Scope ?? "", decision.GrantId ?? "", decision.EntitlementId ?? "", decision.ToString()],
        static (_, _) => { });

    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        var caller = new Argument<string>("caller") { Description = "Who: an agent id of --config, or TYPE:ID" };
        var action = new Argument<string>("action") { Description = "What, for example read" };
        var resource = new Argument<string>("resource") { Description = "On what: slos://vaults/ORG/REPO, or TYPE:ID" };
        var scopes = new Option<string[]>("--scope") { Description = "A scope that the caller carries; may be repeated" };
        var config = Globals.Path("--config", "A JSON file: agents, covers, acceptsKeys");
        var command = new Command("check", "Decide whether somebody may do something; ends with 1 when not") { caller, action, resource, scopes, config, sync };
        return command.Running(host, async invocation =>
        {
            var options = invocation.Value(config) is { } path ? await CheckConfig.ReadAsync(path, invocation.Cancel) : new AccessOptions();
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            AccessGraph graph;
            using (new ProgressLine(host, "reading grants"))
                graph = await AccessGraph.LoadAsync(reader.Current, options, invocation.Cancel);
            var decision = graph.Check(new(invocation.Value(caller)!, invocation.Value(scopes)), invocation.Value(action)!, invocation.Value(resource)!);
            await (invocation.Format switch
            {
                "json" => JsonAsync(invocation, decision),
                "csv" => invocation.PrintAsync(Decisions, new[] { decision }.ToAsyncEnumerable()),
                _ => ConsoleAsync(invocation, decision),
            });
            return decision.IsAllowed ? ExitCode.Ok : ExitCode.No;
        });
    }

    static string Reason(AccessDecision decision) => decision.Reason switch
    {
        AccessReason.Scope => "scope",
        AccessReason.Grant => "grant",
        AccessReason.Membership => "membership",
        AccessReason.UnknownPrincipal => "unknown principal",
        AccessReason.UnknownResource => "unknown resource",
        _ => "default",
    };

    static async Task ConsoleAsync(Invocation invocation, AccessDecision decision)
    {
        var text = new StringBuilder().Append(TerminalText.Line(decision.ToString())).Append('\n');
        foreach (var step in decision.Path)
            text.Append(TerminalText.Line($"  {step.Principal} holds {step.EntitlementId} by grant {step.GrantId}")).Append('\n');
        await invocation.Host.Output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), invocation.Cancel);
    }

    static async Task JsonAsync(Invocation invocation, AccessDecision decision)
    {
        await using var json = JsonOutput.Writer(invocation.Host);
        json.WriteStartObject();
        json.WriteBoolean("allowed", decision.IsAllowed);
        json.WriteString("reason", Reason(decision));
        json.WriteString("text", decision.ToString());
        foreach (var (name, value) in new[] { ("scope", decision.Scope), ("grantId", decision.GrantId), ("entitlementId", decision.EntitlementId) })
        {
            if (value is not null)
                json.WriteString(name, value);
        }
        await JsonOutput.ArrayAsync(json, "path", decision.Path.ToAsyncEnumerable(), WhyVerb.WriteStep, invocation.Cancel);
        json.WriteEndObject();
    }
}
