using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>Grants in one line each: <c>principal@group! {source:is direct}</c>, where the mark stands for <c>GrantImmutable</c>.</summary>
static class Notation
{
    public static string Of(Grant grant) =>
        $"{grant.Principal.Id.Resource}@{Short(grant.Entitlement.Id)}{(grant.Annotations.Any(static a => a.Is(GrantImmutable.Descriptor)) ? "!" : "")}"
        + $" {Of(grant.Sources)}";

    public static string Of(GrantSources? sources) => $$"""
        {{{string.Join(", ", (sources?.Sources ?? []).OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => $"{Short(s.Key)}:{(s.Value.IsDirect ? "true" : "false")}"))}}}
        """;

    public static IReadOnlyList<string> Of(IEnumerable<Grant> grants) => [.. grants.Select(Of).Order(StringComparer.Ordinal)];

    /// <summary>The notation of users' grants alone.</summary>
    public static IReadOnlyList<string> OfUsers(IEnumerable<Grant> grants) => Of(grants.Where(static g => g.Principal.Id.ResourceType == "user"));

    static string Short(string entitlementId) => entitlementId.Split(':')[1];
}
