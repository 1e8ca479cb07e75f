using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>What the author's class does besides listing, granting and revoking.</summary>
sealed record TasksModel
{
    public static readonly TasksModel None = new();

    public TaskMethodModel? CreateResource { get; init; }

    public TaskMethodModel? DeleteResource { get; init; }

    public AccountModel? Account { get; init; }

    public RotationModel? Rotation { get; init; }

    public EquatableArray<IssueModel> Issues { get; init; }

    public EquatableArray<ActionModel> Actions { get; init; }

    /// <summary>Whether some method is called on the author's object.</summary>
    public bool UsesOwner => All.Any(static method => method is { IsStatic: false }) || Actions.Any(static action => !action.IsStatic);

    IEnumerable<TaskMethodModel?> All => [CreateResource, DeleteResource, Account?.Method, Rotation?.Method, .. Issues.Select(static issue => issue.Method)];
}

/// <summary>A method that does a task.</summary>
/// <param name="Result">What its task has as a result.</param>
sealed record TaskMethodModel(string Method, bool IsStatic, TaskResultKind Result, EquatableArray<ArgumentKind> Arguments);

/// <summary>The result of a method that does a task.</summary>
enum TaskResultKind
{
    /// <summary>No result: a plain <c>Task</c>.</summary>
    None,

    /// <summary><c>DeleteOutcome</c>.</summary>
    Outcome,

    /// <summary>The model of the resource type.</summary>
    Model,

    /// <summary><c>AccountResult&lt;T&gt;</c> of the model.</summary>
    AccountResult,

    /// <summary><c>PlaintextSecret</c>.</summary>
    Secret,

    /// <summary><c>IReadOnlyList&lt;PlaintextSecret&gt;</c>.</summary>
    Secrets,

    /// <summary><c>IssuedCredential</c>.</summary>
    IssuedCredential,
}

/// <summary>How a credential can come about: names of members of <c>Baton.CredentialOption</c>.</summary>
sealed record CredentialChoiceModel(string Preferred, EquatableArray<string> Options);

/// <summary>A <c>[CreateAccount]</c> method.</summary>
/// <param name="Form">The record that it takes; null when it takes none.</param>
sealed record AccountModel(TaskMethodModel Method, CredentialChoiceModel Credentials, FormModel? Form);

/// <summary>A <c>[RotateCredentials]</c> method.</summary>
sealed record RotationModel(TaskMethodModel Method, CredentialChoiceModel Credentials);

/// <summary>An <c>[IssueCredential]</c> of a method.</summary>
sealed record IssueModel(TaskMethodModel Method, IssueOfferModel Offer);

/// <summary>A kind of credential that can be issued.</summary>
/// <param name="Kind">Name of the member of <c>Baton.IssuedCredentialKind</c>.</param>
/// <param name="SecretType">Full name of the class marked with <c>[ResourceType]</c>.</param>
sealed record IssueOfferModel(
    string Kind,
    string SecretType,
    bool Virtual,
    EquatableArray<string> Scopes,
    bool CustomScopes,
    EquatableArray<string> Audiences,
    bool CustomAudiences,
    EquatableArray<KeyProfileModel> KeyProfiles,
    long MinLifetime,
    long MaxLifetime);

/// <summary>A kind of key, in JWK terms.</summary>
sealed record KeyProfileModel(string Type, int Bits, string Curve);
