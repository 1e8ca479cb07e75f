using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>What the connector's class does besides validating.</summary>
sealed record ConnectorTasksModel
{
    public static readonly ConnectorTasksModel None = new();

    public EquatableArray<ActionModel> Actions { get; init; }

    public EquatableArray<EventFeedModel> EventFeeds { get; init; }

    /// <summary>Whether the class is a ticket system.</summary>
    public bool HasTickets { get; init; }

    /// <summary>Whether the class fetches pictures.</summary>
    public bool HasAssets { get; init; }
}

/// <summary>An <c>[EventFeed]</c> method.</summary>
/// <param name="Kinds">Names of members of <c>Baton.EventKind</c>.</param>
sealed record EventFeedModel(
    string Method, bool IsStatic, string Id, EquatableArray<string> Kinds, CursorModel Cursor, EquatableArray<ArgumentKind> Arguments);
