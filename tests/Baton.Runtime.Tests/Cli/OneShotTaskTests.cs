using Baton.CompilerServices;
using Baton.Runtime.Tests.Tasks;

namespace Baton.Runtime.Tests.Cli;

/// <summary>Tasks that a flag asks for, on the whole program with a generated connector.</summary>
public sealed class OneShotTaskTests : IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    readonly string _directory = Directory.CreateTempSubdirectory("baton-tasks-").FullName;
    readonly Desk _desk = new();
    string _out = "", _error = "";

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Account_is_created_from_login_and_profile()
    {
        Assert.Equal(0, await RunAsync("--create-account-login=ann", "--create-account-email=a@x.example", "--create-account-profile", "{\"name\": \"Ann\", \"floor\": 2}"));
        var call = Assert.Single(_desk.Calls);
        Assert.StartsWith("hire ann a@x.example NewClerk { Name = Ann, Floor = 2 } RandomPassword ", call, StringComparison.Ordinal);
        Assert.Contains("\"msg\":\"account\"", _error);
        Assert.Contains("isCreateAccountResult", _error);
        // Twenty characters, which are nowhere in the log.
        var password = call.Split(' ')[^2];
        Assert.Equal(20, password.Length);
        Assert.DoesNotContain(password, _error);
        Assert.Equal("", _out);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    [Fact]
    public async Task Profile_wins_over_the_flags()
    {
        Assert.Equal(0, await RunAsync("--create-account-login=ann", "--create-account-profile", "{\"name\": \"Ann\", \"login\": \"bea\"}"));
        Assert.StartsWith("hire bea  NewClerk", Assert.Single(_desk.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "unknown provisioning action", "--create-account-profile={\"name\":\"Ann\"}")]
    [InlineData(3, "\\\"name\\\" is required", "--create-account-login=ann", "--log-level=error")]
    [InlineData(2, "--create-account-profile is not a JSON object", "--create-account-profile=secret")]
    [InlineData(12, "creating accounts of type", "--create-account-login=ann", "--create-account-resource-type=room")]
    [InlineData(2, "unknown provisioning action: --delete-resource needs --delete-resource-type", "--delete-resource=ann")]
    [InlineData(12, "does not support", "--delete-resource=vault", "--delete-resource-type=room")]
    [InlineData(5, "has no action", "--invoke-action=dance")]
    [InlineData(3, "one of which is needed", "--invoke-action=count")]
    [InlineData(2, "--invoke-action-args is not a JSON object", "--invoke-action=count", "--invoke-action-args=[]")]
    [InlineData(2, "--event-feed-start-at is not a time", "--event-feed=true", "--event-feed-start-at=noon")]
    [InlineData(5, "no event feed", "--event-feed=true", "--event-feed-id=windows")]
    [InlineData(5, "there is no ticket", "--get-ticket", "--ticket-id=gone")]
    [InlineData(2, "no.json cannot be read", "--create-ticket", "--ticket-template-path=no.json")]
    public async Task Mistakes_have_exit_codes_and_texts(int code, string text, params string[] args)
    {
        Assert.Equal(code, await RunAsync(args));
        Assert.Contains(text.Replace("\\\"", "\"", StringComparison.Ordinal), _error.Replace("\\\"", "\"", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", _error);
        Assert.DoesNotContain(_desk.Calls, call => !call.StartsWith("ticket", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_is_deleted()
    {
        Assert.Equal(0, await RunAsync("--delete-resource=ann", "--delete-resource-type=clerk"));
        Assert.Equal(["dismiss clerk:ann of nobody"], _desk.Calls);
        Assert.Contains("\"msg\":\"deleted resource\"", _error);
    }

    [Fact]
    public async Task Failure_of_the_source_is_the_exit_code()
    {
        _desk.Failure = new ConnectorException(ErrorCode.PermissionDenied, "not you");
        Assert.Equal(7, await RunAsync("--delete-resource=ann", "--delete-resource-type=clerk"));
        Assert.Contains("delete resource failed: not you", _error);
    }

    [Fact]
    public async Task Credentials_are_rotated()
    {
        Assert.Equal(0, await RunAsync("--rotate-credentials=ann", "--rotate-credentials-type=clerk"));
        var password = Assert.Single(_desk.Calls)["rotate clerk:ann ".Length..];
        Assert.Equal(20, password.Length);
        Assert.DoesNotContain(password, _error);
        Assert.Contains("told to nobody", _error);
    }

    [Fact]
    public async Task Events_are_lines_of_all_pages()
    {
        _desk.Events = new([SourceEvent.Changed("1", Noon, new("room", "vault")), SourceEvent.Changed("2", Noon, new("room", "attic"))], 1);
        Assert.Equal(0, await RunAsync("--event-feed=true", "--event-feed-start-at=2026-03-04T12:00:00Z"));
        Assert.Equal([$"doors {Noon:O}  100"], _desk.Calls);
        var lines = _out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"id\":\"1\",\"occurredAt\":\"2026-03-04T12:00:00Z\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"resource\":\"attic\"", lines[1]);
    }

    [Fact]
    public async Task Action_is_run_to_its_end()
    {
        _desk.Work = static ct => Task.Delay(TimeSpan.FromMilliseconds(1), ct);
        Assert.Equal(0, await RunAsync("--invoke-action=count", "--invoke-action-args={\"rooms\": true}"));
        Assert.Equal(["count True  "], _desk.Calls);
        Assert.Contains("\"msg\":\"ActionInvoke response\"", _error);
        Assert.Contains("BATON_ACTION_STATUS_COMPLETE", _error);
        _desk.Calls.Clear();
        Assert.Equal(0, await RunAsync("--invoke-resource-action=paint", "--invoke-resource-action-resource-type=room",
            "--invoke-resource-action-args={\"room\": \"room:vault\", \"colour\": \"red\"}"));
        Assert.Equal(["paint room:vault red"], _desk.Calls);
    }

    [Fact]
    public async Task Actions_are_listed()
    {
        Assert.Equal(0, await RunAsync("--list-action-schemas"));
        Assert.Contains("Count things", _error);
        Assert.DoesNotContain("paint", _error);
        Assert.Equal(0, await RunAsync("--list-action-schemas", "--list-action-schemas-resource-type=room"));
        Assert.Contains("paint", _error);
    }

    [Fact]
    public async Task Tickets_are_created_from_files()
    {
        _desk.Schemas.Add(new("access", "Access")
        {
            Statuses = [new("open", "Open")],
            Fields =
            [
                TicketField.Choice("urgency", "Urgency", "low", "high"), TicketField.Number("days", "Days"), TicketField.Flag("vip", "Vip"),
                TicketField.Options("areas", "Areas", new TicketOption("1", "One")), TicketField.Time("due", "Due"),
            ],
        });
        const string template = """
            {"schema_id": "access", "status_id": "open", "display_name": "Printer", "labels": ["a", "b"], "requested_for_id": "ann",
             "custom_fields": {"urgency": "high", "days": 2, "vip": true, "areas": ["1"], "due": "2026-03-04T12:00:00Z"}}
            """;
        Write("one.json", template);
        Assert.Equal(0, await RunAsync("--create-ticket", "--ticket-template-path=one.json"));
        var ticket = Assert.Single(_desk.Tickets);
        Assert.Equal(("Printer", "Open", "ann"), (ticket.DisplayName, ticket.Status?.DisplayName, ticket.RequestedFor?.Id));
        Assert.Equal(["a", "b"], ticket.Labels);
        Assert.Equal(("high", 2f, true, Noon), (ticket.Fields["urgency"].Value, ticket.Fields["days"].Value, ticket.Fields["vip"].Value, ticket.Fields["due"].Value));
        Assert.Contains("\"msg\":\"created ticket\"", _error);

        Write("two.json", $"{{\"tickets\": [{template}, {template}]}}");
        Assert.Equal(0, await RunAsync("--bulk-create-ticket", "--bulk-ticket-template-path=two.json"));
        Assert.Equal(3, _desk.Tickets.Count);
        Assert.Single(_error.Split("\"msg\":\"created tickets\"").Skip(1));
        Write("bad.json", template.Replace("high", "soon", StringComparison.Ordinal));
        Assert.Equal(3, await RunAsync("--create-ticket", "--ticket-template-path=bad.json"));
        Assert.Contains("has no choice", _error);
        Write("other.json", template.Replace("access", "other", StringComparison.Ordinal));
        Assert.Equal(5, await RunAsync("--create-ticket", "--ticket-template-path=other.json"));
        Write("field.json", template.Replace("urgency", "hurry", StringComparison.Ordinal));
        Assert.Equal(2, await RunAsync("--create-ticket", "--ticket-template-path=field.json"));
        Assert.Contains("hurry", _error);
    }

    [Fact]
    public async Task Tickets_and_their_kinds_are_printed()
    {
        _desk.Schemas.Add(new("access", "Access"));
        Assert.Equal(0, await RunAsync("--list-ticket-schemas"));
        Assert.Contains("\"msg\":\"Ticket Schemas\"", _error);
        Assert.Equal(0, await RunAsync("--get-ticket", "--ticket-id=t7"));
        Assert.Contains("https://desk.example/t7", _error);
    }

    void Write(string file, string text) => File.WriteAllText(Path.Combine(_directory, file), text);

    async Task<int> RunAsync(params string[] args)
    {
        Desk.OfProgram.Value = _desk;
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ConnectorHost.RunAsync(Of<DeskConnector>(), args, new ConnectorHostOptions
        {
            Output = output, Error = TextWriter.Synchronized(error), Environment = static _ => null, WorkingDirectory = _directory,
        });
        (_out, _error) = (output.ToString(), error.ToString());
        return code;
    }

    static ConnectorManifest Of<T>()
        where T : IConnector => T.Manifest;
}
