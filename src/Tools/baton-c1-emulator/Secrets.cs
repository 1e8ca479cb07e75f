using System.Text;
using Baton.Protocol.Connector.V2;
using Baton.Protocol.Service.V1;
using Baton.Testing;

namespace Baton.Emulator;

/// <summary>The secrets in a report. They are those of a source to try things with, on this machine, for the one at the keyboard.</summary>
static class Secrets
{
    public static IEnumerable<(string Name, string Text)> Open(BatonServiceFinishTaskRequest report, SecretReader reader) =>
        DataOf(report).Select(data => (data.Name, Encoding.UTF8.GetString(reader.Open(data))));

    static IEnumerable<EncryptedData> DataOf(BatonServiceFinishTaskRequest report)
    {
        if (report.Success?.Response is not { } response)
            return [];
        return response.TryUnpack<CreateAccountResponse>(out var account) ? account.EncryptedData
            : response.TryUnpack<RotateCredentialResponse>(out var rotated) ? rotated.EncryptedData
            : response.TryUnpack<IssueCredentialResponse>(out var issued) ? issued.EncryptedData
            : [];
    }
}
