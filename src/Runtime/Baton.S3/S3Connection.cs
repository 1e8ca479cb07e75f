using System.Diagnostics.CodeAnalysis;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>The client of S3, as the options and the surroundings say, and what messages call the other side.</summary>
sealed class S3Connection
{
    static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(15);

    S3Connection(AmazonS3Client client, AmazonS3Config config, bool addsChecksums)
    {
        Client = client;
        Where = config.ServiceURL is { } url ? $"at {new Uri(url).GetLeftPart(UriPartial.Authority)}" : $"in {config.RegionEndpoint.SystemName}";
        AddsChecksums = addsChecksums;
    }

    public IAmazonS3 Client { get; }

    /// <summary>The server or region, behind a preposition.</summary>
    public string Where { get; }

    /// <summary>Whether uploads carry a checksum to be stored with the object; <c>AWS_REQUEST_CHECKSUM_CALCULATION=when_required</c> says no.</summary>
    public bool AddsChecksums { get; }

    // The SDK looks the client for roles up by its name, which would find nothing in a trimmed program.
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(AmazonSecurityTokenServiceClient))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(AmazonSecurityTokenServiceConfig))]
    public static S3Connection Open(S3Options options)
    {
        var config = new AmazonS3Config { Timeout = options.RequestTimeout, ConnectTimeout = TimeToConnect };
        var region = options.Region ?? Region.OfEnvironment();
        if ((options.Endpoint?.AbsoluteUri ?? config.ServiceURL) is { } endpoint)
        {
            config.ServiceURL = endpoint; // said, and not only found: what the SDK found it forgets when it is asked for the region
            config.ForcePathStyle = options.PathStyle ?? true;
            config.AuthenticationRegion = region ?? Region.OfProfile() ?? "us-east-1";
        }
        else
        {
            config.ForcePathStyle = options.PathStyle ?? false;
            if (region is not null)
                config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            if (config.RegionEndpoint is null)
                throw new C1ZException(
                    C1ZError.Configuration, "it is not known in which region S3 is to be asked: set AWS_REGION, or the region of the profile");
        }
        var addsChecksums = config.RequestChecksumCalculation == RequestChecksumCalculation.WHEN_SUPPORTED;
        // Those that are sent are made here: the SDK would send them behind the content, which many servers do not understand.
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        return new(options.Credentials is { } credentials ? new AmazonS3Client(credentials, config) : new AmazonS3Client(config), config, addsChecksums);
    }

    /// <summary>What the server says about an object; null when it has none.</summary>
    public async Task<GetObjectMetadataResponse?> HeadAsync(S3Address at, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.GetObjectMetadataAsync(at.Bucket, at.Key, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null; // or no bucket: this answer has no body to tell them apart
        }
    }

    static class Region
    {
        // Of the two names, the SDK for .NET knows only the first.
        public static string? OfEnvironment() => Text("AWS_REGION") ?? Text("AWS_DEFAULT_REGION");

        public static string? OfProfile() =>
            new CredentialProfileStoreChain().TryGetProfile(Text("AWS_PROFILE") ?? "default", out var profile) ? profile.Region?.SystemName : null;

        static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
    }
}
