namespace Baton.Generators.Models;

/// <summary>What a parameter of an author's method receives.</summary>
enum ArgumentKind
{
    CancellationToken,

    /// <summary>The cursor of the page, or null for the first.</summary>
    Cursor,

    /// <summary>The parent as <c>ResourceKey&lt;T&gt;</c>.</summary>
    Parent,

    /// <summary>The model that was just listed.</summary>
    Model,

    /// <summary>The resource as <c>ResourceKey</c>.</summary>
    ResourceKey,

    /// <summary>The resource as <c>ResourceKey&lt;T&gt;</c> of the class itself.</summary>
    TypedResourceKey,

    /// <summary>The principal.</summary>
    Principal,

    /// <summary>The account to create.</summary>
    NewAccount,

    /// <summary>The author's record, filled from the form of a new account.</summary>
    AccountForm,

    /// <summary>The credential to set.</summary>
    NewCredential,

    /// <summary>The resource to create.</summary>
    NewResource,

    /// <summary>The credential to issue.</summary>
    CredentialRequest,

    /// <summary>The slug, in a method for all entitlements.</summary>
    Slug,

    /// <summary>Where the first page of events begins.</summary>
    Since,

    /// <summary>The wished size of a page.</summary>
    PageSize,

    /// <summary>The configuration record.</summary>
    Config,

    /// <summary>The <c>IServiceCollection</c>.</summary>
    ServiceCollection,
}
