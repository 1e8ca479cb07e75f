using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Baton.Protocol.Validation;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>A C1 on this machine, with the real protocol on a real socket: hands tasks to connectors in service mode, and checks all they say.</summary>
public sealed class C1Emulator : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TaskBoard _board;
    readonly ServerMethods _methods;
    readonly TokenEndpoint _tokens;
    readonly FaultScript _faults = new();
    readonly PasswordSealer _passwords;
    readonly ConcurrentQueue<string> _violations = new();
    readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    readonly C1EmulatorOptions _options;

    C1Emulator(C1EmulatorOptions options)
    {
        _options = options;
        var key = Ed25519Key.Generate();
        _passwords = new PasswordSealer(key);
        ClientId = $"laptop-{Convert.ToHexStringLower(key.PublicKey.AsSpan(0, 4))}@c1.example/local";
        ClientSecret = $"secret-token:c1.example:v1:{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JwkText.Private(key)))}";
        _board = new TaskBoard(options);
        _methods = new ServerMethods(options, _board, text => Happened?.Invoke(text));
        _tokens = new TokenEndpoint(ClientId, "c1.example", key, options, Violate);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        if (options.Certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Hears what connectors do, one line at a time.</summary>
    public event Action<string>? Happened;

    /// <summary>For <c>--client-id</c>.</summary>
    public string ClientId { get; }

    /// <summary>For <c>--client-secret</c>.</summary>
    public string ClientSecret { get; }

    /// <summary>For the environment variable <c>BATON_C1_API_HOST</c>: sends a connector here.</summary>
    public string Host => new Uri(_app.Urls.First()) is var address && _options.Certificate is null ? $"http://{address.Authority}" : address.Authority;

    /// <summary>The first hello of a connector.</summary>
    public Task<BatonServiceHelloRequest> Hello => _methods.Hello.Task;

    /// <summary>The last hello of any connector; null before the first.</summary>
    public BatonServiceHelloRequest? LastHello => _methods.LastHello;

    /// <summary>What connectors did that the protocol does not allow.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>How many access tokens were given.</summary>
    public int TokensGiven => _tokens.Given;

    /// <summary>Starts one.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<C1Emulator> StartAsync(C1EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new C1Emulator(options ?? new());
        await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    /// <summary>Puts a task into the queue; one without an id gets one.</summary>
    public EmulatedTask Enqueue(ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Id.Length == 0)
            task.Id = C1Z.Ksuid.New(_options.TimeProvider);
        WireRules.Ensure(task);
        return _board.Add(task);
    }

    /// <summary>Seals a password that somebody chose, so that only a connector with <see cref="ClientSecret"/> can read it.</summary>
    /// <param name="password">The password.</param>
    /// <returns>What the <c>encrypted_password</c> of a task holds.</returns>
    public EncryptedData Seal(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return _passwords.Seal(password);
    }

    /// <summary>No longer wants a task: the connector hears it with its next heartbeat.</summary>
    public void Cancel(EmulatedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.IsCancelled = true;
        Happened?.Invoke($"{task.Task.Id} is cancelled");
    }

    /// <summary>Hands a task out again although somebody works on it.</summary>
    public void Duplicate(EmulatedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        _board.Requeue(task);
    }

    /// <summary>Lets something go wrong.</summary>
    public void Add(Fault fault) => _faults.Add(fault);

    /// <summary>How often a method was called.</summary>
    public int Calls(string method) => _calls.GetValueOrDefault(method);

    /// <summary>Answers those at once that wait for a task, now and later.</summary>
    internal void Hurry() => _board.Hurry();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    void Configure(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Listen(IPAddress.Loopback, _options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (_options.Certificate is { } certificate)
                listen.UseHttps(certificate);
        });
    }

    void Violate(string text)
    {
        _violations.Enqueue(text);
        Happened?.Invoke($"VIOLATION: {text}");
    }

    async Task HandleAsync(HttpContext context)
    {
        var isToken = context.Request.Path == "/auth/v1/token";
        var call = new ServerCall(context);
        var name = isToken ? "token" : call.Method;
        _calls.AddOrUpdate(name, 1, static (_, count) => count + 1);
        var fault = _faults.Take(name);
        switch (fault?.Kind)
        {
            case FaultKind.Drop:
                context.Abort();
                return;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, _options.TimeProvider, call.Aborted).ConfigureAwait(false);
                break;
            case FaultKind.Status when isToken:
                context.Response.StatusCode = fault.Code == ErrorCode.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
                return;
            case FaultKind.Status:
                call.Fail(fault.Code, "scripted failure: 100 %");
                return;
            case FaultKind.ExpireTokens:
                _tokens.Expire();
                break;
        }
        if (isToken)
            await _tokens.HandleAsync(context).ConfigureAwait(false);
        else
            await CallAsync(context, call, fault).ConfigureAwait(false);
    }

    async Task CallAsync(HttpContext context, ServerCall call, Fault? fault)
    {
        if (!_tokens.Accepts(context.Request.Headers.Authorization))
        {
            call.Fail(ErrorCode.Unauthenticated, "the access token is not valid");
            return;
        }
        if (call.Problem() is { } problem)
            Violate($"{call.Method}: {problem}");
        try
        {
            await _methods.HandleAsync(call, fault).ConfigureAwait(false);
            if (fault?.Kind == FaultKind.DropAnswer)
                call.Abort();
        }
        catch (Exception e) when (e is RuleViolationException or InvalidProtocolBufferException or InvalidDataException)
        {
            Violate($"{call.Method}: {e.Message}");
            call.Fail(ErrorCode.InvalidArgument, e.Message);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or Transport.RpcException)
        {
            Happened?.Invoke($"{call.Method} was cut off: {e.Message}");
        }
    }
}
