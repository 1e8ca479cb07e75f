using Baton.Emulator;
using Baton.Tasks.Tests.Wire;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests;

/// <summary>The emulator's prompt: every kind of task has a word, and what it leads to is shown.</summary>
public sealed class PromptTests
{
    static readonly (string Line, string Kind)[] Lines =
    [
        ("sync room,clerk", "sync_full"), ("resource clerk ann", "sync_full"), ("grant room:vault:key-holder clerk ann", "grant"),
        ("revoke room:vault:key-holder clerk ann", "revoke"), ("account bea {\"name\": \"Bea\"}", "create_account"),
        ("invite bea {\"name\": \"Bea Two\"}", "create_account"),
        ("create room North wing", "create_resource"), ("delete clerk ann", "delete_resource"), ("rotate clerk ann", "rotate_credentials"),
        ("issue clerk ann api-key read", "issue_credential"), ("issue clerk ann rsa", "issue_credential"), ("feeds", "list_event_feeds"),
        ("events", "list_events"),
        ("events doors", "list_events"), ("actions", "action_list_schemas"), ("actions room", "action_list_schemas"), ("action count", "action_get_schema"),
        ("invoke count {\"rooms\": true}", "action_invoke"), ("invoke-on room paint {\"room\": \"room:vault\", \"colour\": \"red\"}", "action_invoke"),
        ("status never-started", "action_status"), ("kinds", "list_ticket_schemas"), ("ticket access Printer on fire", "create_ticket_task"),
        ("tickets access Printer, Chair", "bulk_create_tickets"), ("show t1", "get_ticket"), ("show-all t1,t2", "bulk_get_tickets"), ("hello", "hello"),
        ("task {\"eventFeed\": {}}", "event_feed"), ("task {\"createSyncDiff\": {}}", "create_sync_diff"), ("task {\"compactSyncs\": {}}", "compact_syncs"),
    ];

    [Fact]
    public void Every_kind_of_task_has_a_word() => Assert.Equal(
        ServiceTask.Descriptor.Oneofs.Single(static oneof => oneof.Name == "task_type").Fields
            .Select(static field => field.Name).Except(["none"]).Order(StringComparer.Ordinal),
        Lines.Select(static line => line.Kind).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_line_leads_to_its_task_and_shows_how_it_ended()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Schemas.Add(new("access", "Access"));
        var folder = Directory.CreateTempSubdirectory("baton-prompt-").FullName;
        using var shown = new StringWriter();
        var output = TextWriter.Synchronized(shown);
        try
        {
            var prompt = new Prompt(service.C1, output, folder);
            foreach (var (line, kind) in Lines)
            {
                var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
                var case_ = ServiceTask.Descriptor.FindFieldByName(kind).PropertyName;
                void Note(string text)
                {
                    if (text.Contains(" gets ", StringComparison.Ordinal))
                        seen.TrySetResult(text);
                }

                service.C1.Happened += Note;
                await prompt.RunAsync(new StringReader(line));
                Assert.EndsWith($"({case_})", await seen.Task.WaitAsync(TimeSpan.FromSeconds(60)), StringComparison.Ordinal);
                service.C1.Happened -= Note;
            }
            await Until(() => Lines.Length, () => Text(shown, output).Split("\"taskId\"").Length - 1);
            Assert.Equal(2, Directory.GetFiles(folder, "*.c1z").Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        var text = Text(shown, output);
        var password = service.Desk.Calls.Single(static call => call.StartsWith("rotate", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Contains($"secret \"password\": {password}", text, StringComparison.Ordinal);
        Assert.Contains("secret \"key\": sesame", text, StringComparison.Ordinal);
        Assert.Contains("create access Printer on fire", service.Desk.Calls);
        Assert.Contains("open room:vault to clerk:ann ", service.Desk.Calls);
        await service.EndAsync();
    }

    [Theory]
    [InlineData("grant vault", "usage: grant ENTITLEMENT TYPE ID")]
    [InlineData("grant vault clerk ann", "\"vault\" is no entitlement: TYPE:ID:SLUG")]
    [InlineData("issue clerk ann gold", "there is no kind of credential \"gold\"")]
    [InlineData("feeds all", "usage: feeds")]
    [InlineData("cancel x", "there is no task x")]
    [InlineData("fault GetTask Sometimes", "usage: fault METHOD KIND [TIMES]")]
    [InlineData("fault GetTask Drop 2", "the next 2 calls of GetTask go wrong")]
    [InlineData("debug on", "debug log: on")]
    [InlineData("what", "Type what C1 is to do:")]
    public async Task A_mistake_is_answered_with_what_to_type(string line, string expected)
    {
        await using var c1 = await Testing.C1Emulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var shown = new StringWriter();
        await new Prompt(c1, shown, ".").RunAsync(new StringReader(line + "\nquit\nfeeds"));
        Assert.StartsWith(expected, shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("queued", shown.ToString(), StringComparison.Ordinal);
    }

    static string Text(StringWriter shown, TextWriter output)
    {
        lock (output)
            return shown.ToString();
    }

    static async Task Until(Func<int> expected, Func<int> actual)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (actual() != expected())
            await Task.Delay(10, limit.Token);
    }
}
