using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The arguments of a call to an author's method.</summary>
static class ArgumentText
{
    /// <summary>Writes arguments in the order of the parameters.</summary>
    /// <param name="arguments">What each parameter receives.</param>
    /// <param name="key">The class that a typed key is of: the parent's for a list method, else the class itself.</param>
    /// <param name="cursor">The expression for the cursor.</param>
    public static string Of(EquatableArray<ArgumentKind> arguments, string key = "", string cursor = "") =>
        string.Join(", ", arguments.Select(kind => kind switch
        {
            ArgumentKind.CancellationToken => "cancellationToken",
            ArgumentKind.Cursor => cursor,
            ArgumentKind.Parent => $"new {Names.ResourceKey}<{key}>(parent.Id)",
            ArgumentKind.TypedResourceKey => $"new {Names.ResourceKey}<{key}>(resource.Id)",
            ArgumentKind.ResourceKey => "resource",
            ArgumentKind.Model => "model",
            ArgumentKind.Principal => "principal",
            ArgumentKind.NewAccount => "account",
            ArgumentKind.AccountForm => "ReadAccountForm(account.Profile)",
            ArgumentKind.NewCredential => "credential",
            ArgumentKind.NewResource => "resource",
            ArgumentKind.CredentialRequest => "request",
            ArgumentKind.Slug => "slug",
            ArgumentKind.Since => "since",
            ArgumentKind.PageSize => "pageSize",
            ArgumentKind.Config => "config",
            ArgumentKind.ServiceCollection => "services",
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), kind, "Unknown argument."),
        }));
}
