using System.Buffers;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>An object: <c>s3://bucket/key</c>. The key is taken as it is, without decoding.</summary>
/// <param name="Bucket">The bucket, or the alias of an access point.</param>
/// <param name="Key">The key.</param>
readonly record struct S3Address(string Bucket, string Key)
{
    const string Scheme = "s3://";

    static readonly SearchValues<char> BucketCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    /// <summary>Takes an address apart.</summary>
    /// <exception cref="C1ZException">It is not one. The message does not repeat it: people put secrets into addresses.</exception>
    public static S3Address Parse(string address)
    {
        var rest = address.AsSpan(Scheme.Length);
        var slash = rest.IndexOf('/');
        var bucket = slash < 0 ? rest : rest[..slash];
        if (bucket.Contains('@'))
            throw Malformed("it names an account; credentials come from the environment, a profile or the machine's role");
        if (bucket.IsEmpty || bucket.ContainsAnyExcept(BucketCharacters))
            throw Malformed("what follows s3:// is not the name of a bucket; a server's address goes into AWS_ENDPOINT_URL");
        var key = slash < 0 ? default : rest[(slash + 1)..];
        if (key.IsEmpty || key[^1] == '/')
            throw Malformed("it names no object in the bucket");
        return new(bucket.ToString(), key.ToString());
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";

    static C1ZException Malformed(string why) => new(C1ZError.Configuration, $"an S3 address has the form s3://bucket/path/to/sync.c1z: {why}");
}
