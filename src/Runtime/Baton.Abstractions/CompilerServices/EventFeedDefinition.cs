using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A feed of events, as declared with <see cref="EventFeedAttribute"/>.</summary>
/// <param name="Id">Id of the feed.</param>
/// <param name="Kinds">The kinds of event that it can have.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EventFeedDefinition(string Id, IReadOnlyList<EventKind> Kinds);
