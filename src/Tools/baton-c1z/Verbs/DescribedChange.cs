using System.Runtime.CompilerServices;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>A change in words.</summary>
/// <param name="Kind">What changed: <c>resource type</c>, <c>resource</c>, <c>entitlement</c> or <c>grant</c>.</param>
/// <param name="What"><c>created</c>, <c>modified</c> or <c>deleted</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Detail">Its name, or what is different; empty when there is nothing to say.</param>
sealed record DescribedChange(string Kind, string What, string Id, string Detail)
{
    /// <summary>The kinds, in the order in which they come.</summary>
    public static readonly string[] Kinds = ["resource type", "resource", "entitlement", "grant"];

    /// <summary>What can happen to one.</summary>
    public static readonly string[] Whats = ["created", "modified", "deleted"];

    /// <summary>Everything that differs.</summary>
    public static async IAsyncEnumerable<DescribedChange> ReadAsync(SyncComparison comparison, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<DescribedChange>[] parts =
        [
            Of(Kinds[0], comparison.ResourceTypesAsync(cancellationToken), static type => type.DisplayName),
            Of(Kinds[1], comparison.ResourcesAsync(cancellationToken), static resource => resource.DisplayName),
            Of(Kinds[2], comparison.EntitlementsAsync(cancellationToken), static entitlement => entitlement.DisplayName),
            Of(Kinds[3], comparison.GrantsAsync(cancellationToken), static grant => grant.Principal?.DisplayName is { Length: > 0 } name ? $"to {name}" : ""),
        ];
        foreach (var part in parts)
        {
            await foreach (var change in part.WithCancellation(cancellationToken))
                yield return change;
        }
    }

    static IAsyncEnumerable<DescribedChange> Of<T>(string kind, IAsyncEnumerable<Change<T>> changes, Func<T, string> describe)
        where T : class, Google.Protobuf.IMessage<T> => changes.Select(change => change switch
        {
            { Before: null } => new DescribedChange(kind, Whats[0], change.Id, describe(change.After!)),
            { After: null } => new(kind, Whats[2], change.Id, describe(change.Before)),
            _ => new(kind, Whats[1], change.Id, FieldChanges.Describe(change.Before, change.After)),
        });
}
