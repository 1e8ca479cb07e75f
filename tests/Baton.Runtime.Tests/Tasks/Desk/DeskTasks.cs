using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Hands tasks to the desk's connector.</summary>
public abstract class DeskTasks : IDisposable
{
    readonly ServiceProvider _services;

    /// <param name="waitsEndAtOnce">Whether the clock jumps to the end of every wait.</param>
    private protected DeskTasks(bool waitsEndAtOnce = false)
    {
        Time = new() { Skips = waitsEndAtOnce };
        var services = new ServiceCollection();
        Manifest.ConfigureServices(services, new NoValues());
        services.AddSingleton<TimeProvider>(Time);
        _services = services.BuildServiceProvider();
        Context = new(Manifest, _services, Credentials, Credentials, Time);
    }

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static ConnectorManifest Manifest => Of<DeskConnector>();

    private protected FakeTime Time { get; }

    private protected Desk Desk => _services.GetRequiredService<Desk>();

    private protected FakeCredentials Credentials { get; } = new();

    private protected TaskContext Context { get; set; }

    public void Dispose()
    {
        _services.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<TaskResult> RunAsync(ServiceTask task) =>
        new TaskHandlers(ConnectorHandlers.Of(Context)).For(task).HandleAsync(task, Stop);

    private protected async Task<T> AnswerAsync<T>(ServiceTask task)
        where T : IMessage => Assert.IsType<T>((await RunAsync(task)).Response);

    private protected async Task<TaskFailure> FailAsync(ServiceTask task) =>
        TaskFailure.Of(task, await Assert.ThrowsAnyAsync<ConnectorException>(() => RunAsync(task)));

    static ConnectorManifest Of<T>()
        where T : IConnector => T.Manifest;

    sealed class NoValues : ConfigValues
    {
        public override bool TryGet(string name, out object value)
        {
            value = "";
            return false;
        }
    }
}

/// <summary>Readable "encryption", so that tests see what would be encrypted for whom.</summary>
sealed class FakeCredentials : ICredentialEncryptor, IPasswordSource
{
    internal const string Password = "made-at-random";

    internal ConnectorException? Refusal { get; set; }

    internal List<string> Asked { get; } = [];

    public void Check(IReadOnlyList<EncryptionConfig> recipients)
    {
        if (Refusal is not null)
            throw Refusal;
    }

    public IReadOnlyList<EncryptedData> Encrypt(IReadOnlyList<PlaintextData> secrets, IReadOnlyList<EncryptionConfig> recipients) =>
    [
        .. secrets.SelectMany(secret => recipients.Select(recipient => new EncryptedData
        {
            Name = secret.Name,
            Provider = recipient.Provider,
            EncryptedBytes = ByteString.CopyFromUtf8($"{recipient.Provider}({secret.Bytes.ToStringUtf8()})"),
        })),
    ];

    public LocalCredentialOptions? Resolve(CredentialOptions? options, IReadOnlyCollection<EncryptionConfig> recipients) => options?.OptionsCase switch
    {
        null => null,
        CredentialOptions.OptionsOneofCase.RandomPassword => new()
        {
            RandomPassword = new() { Length = options.RandomPassword.Length }, ForceChangeAtNextLogin = options.ForceChangeAtNextLogin,
        },
        CredentialOptions.OptionsOneofCase.Sso => new() { Sso = new() { SsoProvider = options.Sso.SsoProvider } },
        CredentialOptions.OptionsOneofCase.EncryptedPassword => new() { PlaintextPassword = new() { PlaintextPassword_ = "chosen" } },
        _ => new() { NoPassword = new() },
    };

    public string Random(long length, IReadOnlyCollection<PasswordConstraint> constraints)
    {
        Asked.Add($"{length}/{constraints.Count}");
        return Password;
    }
}
