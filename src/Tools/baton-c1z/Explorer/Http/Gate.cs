using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Baton.C1ZTool.Explorer;

/// <summary>
/// Lets in who knows the address that the program printed: it holds a random token. Other programs and users of the machine, pages of other sites,
/// and names that lead here by way of a foreign name server do not.
/// </summary>
sealed class Gate(int port)
{
    const int Bytes = 24;

    readonly string _token = Secret();
    string? _invitation;

    /// <summary>The address of the page.</summary>
    public string Address => $"http://127.0.0.1:{port}/{_token}/";

    /// <summary>An address that works once: what starts a browser shows its arguments to every user of the machine.</summary>
    public string Invite() => $"http://127.0.0.1:{port}/{_invitation = Secret()}";

    /// <summary>Looks at a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path behind the token, when it is let in.</param>
    /// <returns>What to answer instead; null when it is let in.</returns>
    public HttpReply? Refuse(HttpRequest request, out string path)
    {
        path = "";
        if (request.Host != $"127.0.0.1:{port}" && request.Host != $"localhost:{port}")
            return HttpReply.Text(HttpStatusCode.MisdirectedRequest, $"this is 127.0.0.1:{port}, and answers to no other name");
        var slash = request.Path.IndexOf('/', 1);
        var token = slash < 0 ? request.Path[1..] : request.Path[1..slash];
        if (slash < 0 && request.Method == "GET" && IsInvited(token))
            return HttpReply.Text(HttpStatusCode.SeeOther, "this way") with { Location = $"/{_token}/" };
        if (!AreEqual(token, _token))
            return HttpReply.Text(HttpStatusCode.Forbidden, "open the whole address that baton-c1z printed, with its token");
        if (request.Method is not ("GET" or "HEAD"))
            return HttpReply.Text(HttpStatusCode.MethodNotAllowed, "there is nothing to change here: GET and HEAD");
        if (slash < 0)
            return HttpReply.Text(HttpStatusCode.SeeOther, "this way") with { Location = $"/{_token}/" };
        path = request.Path[(slash + 1)..];
        return null;
    }

    bool IsInvited(string token) => _invitation is { } invitation && AreEqual(token, invitation) && Interlocked.Exchange(ref _invitation, null) is not null;

    // The platform's generator would load OpenSSL on Linux, which may not be installed; this is what it reads there in the end.
    static string Secret()
    {
        var bytes = new byte[Bytes];
        if (OperatingSystem.IsLinux())
        {
            using var source = new FileStream("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            source.ReadExactly(bytes);
        }
        else
        {
            RandomNumberGenerator.Fill(bytes);
        }
        return Base64Url.EncodeToString(bytes);
    }

    static bool AreEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected));
}
