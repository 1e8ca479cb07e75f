using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>A <c>ListAsync</c> method.</summary>
/// <param name="Method">Its name, escaped.</param>
/// <param name="IsStatic">Whether it is called on the class rather than on an object.</param>
/// <param name="Parent">Full name of the class whose resources are the parents; null at the root.</param>
/// <param name="Cursor">The cursor of the paged form; null for enumerators.</param>
/// <param name="Arguments">What each parameter receives, in order.</param>
sealed record ListMethodModel(
    string Method, bool IsStatic, string? Parent, ResultShape Shape, CursorModel? Cursor, EquatableArray<ArgumentKind> Arguments);

/// <summary>A method marked with <c>[Entitlements]</c>.</summary>
sealed record EntitlementsMethodModel(
    string Method, bool IsStatic, GrantsScope Scope, ResultShape Shape, CursorModel? Cursor, EquatableArray<ArgumentKind> Arguments);

/// <summary>A method marked with <c>[Grants]</c>.</summary>
/// <param name="Slug">Slug of the entitlement; empty for any.</param>
sealed record GrantsMethodModel(
    string Method, bool IsStatic, string Slug, GrantsScope Scope, ResultShape Shape, CursorModel? Cursor, EquatableArray<ArgumentKind> Arguments);

/// <summary>A method marked with <c>[Grant]</c> or <c>[Revoke]</c>.</summary>
/// <param name="Slug">Slug of the entitlement; empty for any that has no method of its own.</param>
/// <param name="ReturnsOutcome">Whether the task has the outcome as its result.</param>
sealed record ProvisionMethodModel(string Method, bool IsStatic, string Slug, bool ReturnsOutcome, EquatableArray<ArgumentKind> Arguments);

/// <summary>What a listing method returns.</summary>
enum ResultShape
{
    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    AsyncEnumerable,

    /// <summary><c>IEnumerable&lt;T&gt;</c>.</summary>
    Enumerable,

    /// <summary><c>Task&lt;Page&lt;T&gt;&gt;</c> or <c>Task&lt;Page&lt;T, TCursor&gt;&gt;</c>.</summary>
    Page,
}

/// <summary>For what one call yields grants or entitlements.</summary>
enum GrantsScope
{
    /// <summary>One resource, while it is being listed.</summary>
    Model,

    /// <summary>One stored resource.</summary>
    Resource,

    /// <summary>All resources of the type.</summary>
    Type,
}

/// <summary>The type of a cursor.</summary>
/// <param name="Type">Full name with <c>global::</c>, without nullability.</param>
/// <param name="Parts">For a record: its positional parameters in order; empty otherwise.</param>
sealed record CursorModel(string Type, CursorKind Kind, bool IsValueType, EquatableArray<CursorPartModel> Parts);

/// <summary>A parameter of a cursor record.</summary>
sealed record CursorPartModel(string Name, CursorPartKind Kind, bool Nullable);

enum CursorKind
{
    String,
    Int,
    Long,
    Record,
}

enum CursorPartKind
{
    String,
    Int,
    Long,
    Bool,
    Double,
}
