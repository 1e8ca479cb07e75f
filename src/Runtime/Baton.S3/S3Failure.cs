using System.Net;
using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;
using Amazon.S3;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>
/// What a failure of S3 means, where, and what to do. Never a secret: of what the server says about credentials only its code is repeated.
/// </summary>
static class S3Failure
{
    /// <summary>Whether an exception is one of the SDK, the network or the disk, and not a mistake of ours.</summary>
    public static bool Is(Exception e) =>
        e is AmazonClientException or AmazonServiceException or HttpRequestException or SocketException
            or IOException or UnauthorizedAccessException or OperationCanceledException or TimeoutException or XmlException;

    public static C1ZException Of(Exception e, S3Address at, string doing, string where) => e switch
    {
        AmazonUnmarshallingException or XmlException => new(C1ZError.InputOutput, NoServer(at, doing, where)),
        // Without the cause: its words are those of the SDK, and add nothing.
        AmazonS3Exception { StatusCode: not 0 } s3 => new(ErrorOf(s3), OfServer(s3, at, doing, where)),
        _ when Find<HttpRequestException>(e) is { } http => new(
            C1ZError.InputOutput,
            $"{doing} {at}: S3 {where} cannot be reached: {http.Message}; check AWS_ENDPOINT_URL, AWS_REGION, the network and its proxy",
            e),
        OperationCanceledException or TimeoutException => new(C1ZError.InputOutput, $"{doing} {at}: S3 {where} did not answer in time; run again later", e),
        AmazonClientException or AmazonServiceException { StatusCode: 0 } => new(
            C1ZError.Configuration,
            $"{doing} {at}: {FirstSentence(e.Message)}; credentials are looked for in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, in the profile, and in the "
                + "role of the container or machine"),
        _ => new(C1ZError.InputOutput, $"{doing} {at} failed: {e.Message}", e),
    };

    /// <summary>Says that something else answered.</summary>
    public static string NoServer(S3Address at, string doing, string where) =>
        $"{doing} {at}: what answers {where} does not speak the protocol of S3; check AWS_ENDPOINT_URL and the proxy";

    static C1ZError ErrorOf(AmazonS3Exception e) => e.ErrorCode == "NoSuchBucket" ? C1ZError.NotFound : C1ZError.InputOutput;

    static string OfServer(AmazonS3Exception e, S3Address at, string doing, string where) => e.ErrorCode switch
    {
        "NoSuchBucket" => $"{doing} {at}: there is no bucket {at.Bucket} {where}; create it, or correct the address",
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" or "TokenRefreshRequired" =>
            $"{doing} {at}: S3 {where} refuses the credentials ({e.ErrorCode}); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
                + "AWS_SESSION_TOKEN, the profile, or the role",
        "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" =>
            $"{doing} {at}: the bucket {at.Bucket} is not {where} ({e.ErrorCode}); set AWS_REGION to the region of the bucket",
        "RequestTimeTooSkewed" => $"{doing} {at}: S3 {where} refuses requests because the clock of this machine is wrong; set it",
        _ when e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized =>
            $"{doing} {at}: S3 {where} denies access ({e.ErrorCode}); allow s3:GetObject and s3:PutObject on the object, s3:ListBucket "
                + "on the bucket, and its key where it is encrypted",
        _ when e.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect =>
            $"{doing} {at}: the bucket {at.Bucket} is not {where}; set AWS_REGION to the region of the bucket",
        _ when (int)e.StatusCode >= 500 => $"{doing} {at}: S3 {where} failed ({(int)e.StatusCode} {e.ErrorCode}); run again later",
        _ => $"{doing} {at}: S3 {where} refuses the request ({(int)e.StatusCode} {e.ErrorCode}): {FirstSentence(e.Message)}",
    };

    static T? Find<T>(Exception? e) where T : Exception
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is T found)
                return found;
        }
        return null;
    }

    // What the SDK adds are lists of what it tried, and names of its classes.
    static string FirstSentence(string text)
    {
        var line = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is > 0 and var end ? end : text.Length);
        return line[..(line.IndexOf(". ", StringComparison.Ordinal) is > 0 and var stop ? stop : line.Length)].TrimEnd(".:").ToString();
    }
}
