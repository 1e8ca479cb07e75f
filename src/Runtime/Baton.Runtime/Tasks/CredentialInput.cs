using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Options = Baton.Protocol.Connector.V2.LocalCredentialOptions.OptionsOneofCase;

namespace Baton.Tasks;

/// <summary>Makes the credential that an author's method gets from what a task asks for.</summary>
static class CredentialInput
{
    // What a task that leaves the choice to the connector gets.
    const int DefaultLength = 20;

    /// <exception cref="TaskException">The task asks for an option that the method's attribute does not name.</exception>
    internal static NewCredential Read(
        TaskContext context, CredentialChoice choice, CredentialOptions? options, IReadOnlyCollection<EncryptionConfig> recipients)
    {
        var credential = Choose(context, choice, context.Passwords.Resolve(options, recipients));
        if (credential.HasPassword)
            context.Conceal([credential.Password]);
        return credential;
    }

    static NewCredential Choose(TaskContext context, CredentialChoice choice, LocalCredentialOptions? local)
    {
        var option = local?.OptionsCase switch
        {
            null => choice.Preferred,
            Options.RandomPassword => CredentialOption.RandomPassword,
            Options.Sso => CredentialOption.Sso,
            Options.PlaintextPassword => CredentialOption.EncryptedPassword,
            // An empty list of encrypted passwords says as much.
            _ => CredentialOption.NoPassword,
        };
        if (!choice.Options.Contains(option))
        {
            throw new TaskException(
                ErrorCode.InvalidArgument, $"credential option {option} is not supported here; supported: {string.Join(", ", choice.Options)}");
        }
        var force = local?.ForceChangeAtNextLogin ?? false;
        return option switch
        {
            CredentialOption.RandomPassword => new(option) { Password = Random(context, local?.RandomPassword), ForceChangeAtNextLogin = force },
            CredentialOption.EncryptedPassword => local?.PlaintextPassword is { } chosen
                ? new(option) { Password = chosen.PlaintextPassword_, ForceChangeAtNextLogin = force }
                : throw new TaskException(ErrorCode.InvalidArgument, "the task brings no password, and the connector prefers one that was chosen"),
            CredentialOption.Sso => new(option) { SsoProvider = local?.Sso?.SsoProvider, ForceChangeAtNextLogin = force },
            _ => new(option) { ForceChangeAtNextLogin = force },
        };
    }

    static string Random(TaskContext context, LocalCredentialOptions.Types.RandomPassword? options) =>
        context.Passwords.Random(options?.Length ?? DefaultLength, options is null ? [] : options.Constraints);
}
