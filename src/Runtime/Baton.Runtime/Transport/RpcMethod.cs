using Baton.Protocol.Service.V1;
using Google.Protobuf;

namespace Baton.Transport;

/// <summary>A method of the service.</summary>
/// <param name="Service">Full name of the service.</param>
/// <param name="Name">Name of the method.</param>
/// <param name="Parser">Reads the answer.</param>
/// <param name="TimeLimit">How long a call may take.</param>
/// <param name="StreamsRequests">Whether a call sends any number of requests, rather than one.</param>
sealed record RpcMethod<TResponse>(string Service, string Name, MessageParser<TResponse> Parser, TimeSpan TimeLimit, bool StreamsRequests = false)
    where TResponse : IMessage<TResponse>
{
    public string Path { get; } = $"/{Service}/{Name}";
}

/// <summary>The methods of C1's side of service mode.</summary>
static class BatonMethods
{
    const string Service = "c1.connectorapi.baton.v1.BatonService";

    static readonly TimeSpan Short = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    // A stuck connection is noticed by its pings, a stuck server by its standstill; this only ends what would never end.
    static readonly TimeSpan Upload = TimeSpan.FromHours(4);

    public static RpcMethod<BatonServiceHelloResponse> Hello { get; } = new(Service, "Hello", BatonServiceHelloResponse.Parser, Long);

    public static RpcMethod<BatonServiceGetTaskResponse> GetTask { get; } = new(Service, "GetTask", BatonServiceGetTaskResponse.Parser, Long);

    public static RpcMethod<BatonServiceGetTasksResponse> GetTasks { get; } = new(Service, "GetTasks", BatonServiceGetTasksResponse.Parser, Long);

    public static RpcMethod<BatonServiceHeartbeatResponse> Heartbeat { get; } = new(Service, "Heartbeat", BatonServiceHeartbeatResponse.Parser, Short);

    public static RpcMethod<BatonServiceFinishTaskResponse> FinishTask { get; } = new(Service, "FinishTask", BatonServiceFinishTaskResponse.Parser, Short);

    public static RpcMethod<BatonServiceUploadAssetResponse> UploadAsset { get; } =
        new(Service, "UploadAsset", BatonServiceUploadAssetResponse.Parser, Upload, StreamsRequests: true);

    public static RpcMethod<StartDebuggingResponse> StartDebugging { get; } = new(Service, "StartDebugging", StartDebuggingResponse.Parser, Short);
}
