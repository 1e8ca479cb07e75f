using System.Globalization;
using Amazon.Runtime;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>How S3 is reached. What is not set here is taken from where every AWS program takes it: the environment, profiles, the machine.</summary>
public sealed record S3Options
{
    /// <summary>Address of a server other than AWS; null for that of <c>AWS_ENDPOINT_URL_S3</c>, <c>AWS_ENDPOINT_URL</c> or the profile.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The region; null for that of <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the profile or the machine.</summary>
    public string? Region { get; init; }

    /// <summary>The credentials; null for the standard chain.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>Whether the bucket goes into the path and not into the host name. Unless set: where there is an endpoint other than AWS's own.</summary>
    public bool? PathStyle { get; init; }

    /// <summary>Files larger than this are uploaded in parts of this size. 16 MiB unless set; S3 wants at least 5 MiB.</summary>
    public long PartBytes { get; init; } = 16 << 20;

    /// <summary>How many parts are on their way at once.</summary>
    public int ParallelParts { get; init; } = 4;

    /// <summary>How long one request may take: one part, not the whole file.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a download may bring nothing before it is asked for anew.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What <c>BATON_S3_PART_SIZE_MB</c> and <c>BATON_S3_PATH_STYLE</c> say.</summary>
    /// <exception cref="C1ZException">One of them has an impossible value.</exception>
    public static S3Options FromEnvironment() => new()
    {
        PartBytes = Text("BATON_S3_PART_SIZE_MB") is { } size ? PartSize(size) : new S3Options().PartBytes,
        PathStyle = Text("BATON_S3_PATH_STYLE") is { } style ? Switch(style) : null,
    };

    static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    static long PartSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes is >= 5 and <= 5120
            ? (long)mebibytes << 20
            : throw new C1ZException(C1ZError.Configuration, "BATON_S3_PART_SIZE_MB must be a number from 5 to 5120 (MiB)");

    static bool Switch(string text) => bool.TryParse(text, out var value)
        ? value
        : throw new C1ZException(C1ZError.Configuration, "BATON_S3_PATH_STYLE must be true or false");
}
