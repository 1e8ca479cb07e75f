using Baton.Config;
using Baton.Logging;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Cli;

/// <summary>The tasks of service mode that a flag can ask for once: the same handlers do them, and the answer is logged.</summary>
sealed class OneShotTasks(TaskContext context, Settings settings, TextWriter output, ILogger logger, string workingDirectory)
{
    const int PasswordLength = 20;
    const uint EventPage = 100;

    readonly Lazy<TaskHandlers> _handlers = new(() => new(ConnectorHandlers.Of(context)));

    /// <summary>What the flags ask for, the first in Go's order; null when it is none of these.</summary>
    internal Func<CancellationToken, Task>? Find()
    {
        var tickets = new OneShotTickets(context, settings, logger, workingDirectory);
        return GoScalar.IsTrue(settings.Text("event-feed")) ? EventsAsync
            : IsGiven("create-account-profile") || IsGiven("create-account-login") ? CreateAccountAsync
            : IsGiven("invoke-action") ? stop => InvokeAsync("invoke-action", stop)
            : IsGiven("invoke-resource-action") ? stop => InvokeAsync("invoke-resource-action", stop)
            : settings.Switch("list-action-schemas") ? stop => ListActionsAsync(settings.Text("list-action-schemas-resource-type"), stop)
            : IsGiven("list-resource-actions") ? stop => ListActionsAsync(settings.Text("list-resource-actions"), stop)
            : IsGiven("delete-resource") ? DeleteAsync
            : IsGiven("rotate-credentials") ? RotateAsync
            : settings.Switch("create-ticket") ? tickets.CreateAsync
            : settings.Switch("bulk-create-ticket") ? tickets.CreateManyAsync
            : settings.Switch("list-ticket-schemas") ? stop => LogAsync("Ticket Schemas", new() { ListTicketSchemas = new() }, stop)
            : settings.Switch("get-ticket") ? stop => LogAsync("ticket", new() { GetTicket = new() { TicketId = settings.Text("ticket-id") } }, stop)
            : null;
    }

    async Task EventsAsync(CancellationToken stop)
    {
        var since = Time("event-feed-start-at") ?? context.Time.GetUtcNow().AddDays(-1);
        var page = new ServiceTask
        {
            ListEvents = new()
            {
                EventFeedId = settings.Text("event-feed-id"), StartAt = since.ToTimestamp(), Cursor = settings.Text("event-feed-cursor"), PageSize = EventPage,
            },
        };
        while (true)
        {
            var answer = (ListEventsResponse)(await RunAsync(page, stop).ConfigureAwait(false)).Response!;
            foreach (var found in answer.Events)
                await output.WriteLineAsync(ProtoJson.Format(found).AsMemory(), stop).ConfigureAwait(false);
            if (!answer.HasMore)
                return;
            page.ListEvents.Cursor = answer.Cursor;
        }
    }

    async Task CreateAccountAsync(CancellationToken stop)
    {
        var profile = settings.Text("create-account-profile") is { Length: > 0 } json ? Json("create-account-profile", json) : new Struct();
        var (login, email) = (Profile(profile, "login"), Profile(profile, "email"));
        if (login.Length == 0 && email.Length == 0)
            throw new ConnectorException(ErrorCode.Unknown, "unknown provisioning action: the account to create has neither login nor e-mail address");
        var type = settings.Text("create-account-resource-type");
        var choice = context.Syncers.FirstOrDefault(syncer => syncer.AccountCredentials is not null && (type.Length == 0 || syncer.Definition.Id == type))
            ?.AccountCredentials;
        var random = choice?.Options.Contains(CredentialOption.RandomPassword) is true;
        if (random)
            logger.Write(LogLevel.Warning, "the account gets a random password that nobody is told: set another one in the source");
        var info = new AccountInfo { Login = login, Profile = profile };
        if (email.Length > 0)
            info.Emails.Add(new AccountInfo.Types.Email { Address = email, IsPrimary = true });
        await LogAsync(
            "account",
            new() { CreateAccount = new() { AccountInfo = info, ResourceTypeId = type, CredentialOptions = random ? RandomPassword() : null } },
            stop).ConfigureAwait(false);
    }

    // What the profile itself says wins over the flag.
    string Profile(Struct profile, string name)
    {
        if (profile.Fields.TryGetValue(name, out var value))
            return value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : "";
        var text = settings.Text("create-account-" + name);
        profile.Fields[name] = Value.ForString(text);
        return text;
    }

    async Task InvokeAsync(string flag, CancellationToken stop)
    {
        var task = new ServiceTask
        {
            ActionInvoke = new()
            {
                Name = settings.Text(flag), Args = Json(flag + "-args", settings.Text(flag + "-args")), ResourceTypeId = settings.Text(flag + "-resource-type"),
            },
        };
        var started = (InvokeActionResponse)(await RunAsync(task, stop).ConfigureAwait(false)).Response!;
        var status = new GetActionStatusResponse { Id = started.Id, Name = started.Name, Status = started.Status, Response = started.Response };
        while (status.Status is BatonActionStatus.Pending or BatonActionStatus.Running)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), context.Time, stop).ConfigureAwait(false);
            status = (GetActionStatusResponse)(await RunAsync(new() { ActionStatus = new() { Id = started.Id } }, stop).ConfigureAwait(false)).Response!;
        }
        if (status.Status == BatonActionStatus.Failed)
            throw context.Actions.Find(started.Id).Failure!;
        logger.Write(LogLevel.Information, "ActionInvoke response", ("response", ProtoJson.Format(status)));
    }

    Task ListActionsAsync(string type, CancellationToken stop) =>
        LogAsync("Action Schemas", new() { ActionListSchemas = new() { ResourceTypeId = type } }, stop);

    Task DeleteAsync(CancellationToken stop) => LogAsync("deleted resource", new() { DeleteResource = new() { ResourceId = Id("delete-resource") } }, stop);

    Task RotateAsync(CancellationToken stop)
    {
        logger.Write(LogLevel.Warning, "the new password is told to nobody: rotate from C1 to get it");
        return LogAsync(
            "rotated credentials",
            new() { RotateCredentials = new() { ResourceId = Id("rotate-credentials"), CredentialOptions = RandomPassword() } },
            stop);
    }

    static CredentialOptions RandomPassword() => new() { RandomPassword = new() { Length = PasswordLength } };

    ResourceId Id(string flag) => new()
    {
        Resource = settings.Text(flag),
        ResourceType = settings.Text(flag + "-type") is { Length: > 0 } type
            ? type
            : throw new ConnectorException(ErrorCode.Unknown, $"unknown provisioning action: --{flag} needs --{flag}-type"),
    };

    async Task LogAsync(string message, ServiceTask task, CancellationToken stop)
    {
        var result = await RunAsync(task, stop).ConfigureAwait(false);
        logger.Write(LogLevel.Information, message, ("response", ProtoJson.Format(result.Response!)));
    }

    Task<TaskResult> RunAsync(ServiceTask task, CancellationToken stop) =>
        _handlers.Value.For(task).HandleAsync(task, stop);

    static Struct Json(string flag, string text)
    {
        try
        {
            return ProtoJson.Parse<Struct>(text);
        }
        catch (FormatException)
        {
            // The text may hold a secret.
            throw new UsageException($"--{flag} is not a JSON object");
        }
    }

    DateTimeOffset? Time(string flag) => settings.Text(flag) is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new UsageException($"--{flag} is not a time as in 2030-01-31T00:00:00Z: {text}");

    bool IsGiven(string flag) => settings.Text(flag).Length > 0;
}
