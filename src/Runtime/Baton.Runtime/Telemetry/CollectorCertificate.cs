using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Baton.Cli;
using Baton.Config;

namespace Baton.Telemetry;

/// <summary>The certificate authorities that a collector is trusted by: a PEM file, or its text as base64url without padding.</summary>
static class CollectorCertificate
{
    const string PathFlag = "otel-collector-endpoint-tls-cert-path";
    const string TextFlag = "otel-collector-endpoint-tls-cert";

    /// <summary>Reads them.</summary>
    /// <returns>PEM; null when none are given.</returns>
    /// <exception cref="UsageException">They cannot be read.</exception>
    internal static string? Read(Settings settings, ConnectorHostOptions options, string variable)
    {
        var (path, text) = (settings.Text(PathFlag), settings.Text(TextFlag));
        if (path.Length > 0 && text.Length > 0)
            throw new UsageException($"{PathFlag} and {TextFlag} are two ways to say the same: leave one of them out");
        if (text.Length > 0)
            return Check(TextFlag, () => Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text)));
        var (origin, file) = path.Length > 0 ? (PathFlag, path) : ("OTEL_EXPORTER_OTLP_CERTIFICATE", variable);
        return file.Length == 0 ? null : Check(origin, () => File.ReadAllText(Path.Combine(options.WorkingDirectory, file)));
    }

    internal static X509Certificate2Collection Parse(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates;
    }

    static string Check(string origin, Func<string> read)
    {
        try
        {
            var pem = read();
            return Parse(pem).Count > 0 ? pem : throw new UsageException($"{origin}: there is no certificate in it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or CryptographicException)
        {
            throw new UsageException($"{origin}: {e.Message}");
        }
    }
}
