using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>Every rule of the format, and whether the rows fit together.</summary>
static class ValidateVerb
{
    static readonly Listing<Finding> Findings = new(
        "findings",
        ["Severity", "Rule", "Count", "What", "Where"],
        static finding => [Severity(finding), finding.Rule, Text.Number(finding.Count), finding.Text, string.Join("; ", finding.Places.Take(3))],
        static (json, finding) =>
        {
            json.WriteStartObject();
            json.WriteString("severity", Severity(finding));
            json.WriteString("rule", finding.Rule);
            json.WriteNumber("count", finding.Count);
            json.WriteString("text", finding.Text);
            json.WriteStartArray("places");
            foreach (var place in finding.Places)
                json.WriteStringValue(place);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static Command Create(ToolHost host) =>
        new Command("validate", "Check every rule of the format, and whether the rows fit together; ends with 1 when there are errors").Running(host, async invocation =>
        {
            IReadOnlyList<Finding> findings;
            using (new ProgressLine(host, $"checking {invocation.File}"))
                findings = await C1ZValidator.RunAsync(invocation.File, C1ZOptions.FromEnvironment(host.Options), invocation.Cancel);
            if (findings.Count == 0 && invocation.Format == "console")
                await host.Output.WriteAsync("every rule holds\n"u8.ToArray(), invocation.Cancel);
            else
                await invocation.PrintAsync(Findings, findings.ToAsyncEnumerable());
            return findings.Any(static finding => finding.Severity == FindingSeverity.Error) ? ExitCode.No : ExitCode.Ok;
        });

    static string Severity(Finding finding) => finding.Severity == FindingSeverity.Error ? "error" : "warning";
}
