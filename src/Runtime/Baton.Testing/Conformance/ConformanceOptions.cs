using Baton.Protocol.Connector.V2;

namespace Baton.Testing;

/// <summary>What the conformance kit has to know about a connector and its source.</summary>
public sealed record ConformanceOptions
{
    /// <summary>Arguments of every run, without <c>--file</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment and HTTP of every run; file and clock are the kit's.</summary>
    public ConnectorRunOptions Run { get; init; } = new();

    /// <summary>
    /// Whether the source is one that tests may change. Then whatever the connector can grant is granted and revoked again, to a resource
    /// and a principal of the kit's choice, tickets are created, and accounts, resources, rotations, issued credentials and actions tried for which
    /// there is input here. Off, unless set: a source may be a real one.
    /// </summary>
    public bool MayChangeSource { get; init; }

    /// <summary>Whether a principal may be granted something: a source's own, built-in accounts often may not. All may, unless set.</summary>
    public Func<Principal, bool> MayGrantTo { get; init; } = static _ => true;

    /// <summary>
    /// The n-th new account, from 1 on, each another one that the source does not have yet. Null when accounts are not to be created.
    /// </summary>
    public Func<int, AccountInfo>? NewAccount { get; init; }

    /// <summary>A new resource of a type: what a person would fill in. Null when resources are not to be created.</summary>
    public Func<string, Resource>? NewResource { get; init; }

    /// <summary>Whose credentials are rotated, of what a sync found. Null when none are to be.</summary>
    public Func<SyncResult, ResourceKey>? Rotated { get; init; }

    /// <summary>Who is given additional credentials, of what a sync found. Null when none are to be issued.</summary>
    public Func<SyncResult, ResourceKey>? IssuedFor { get; init; }

    /// <summary>Invocations of actions that must succeed. None unless set.</summary>
    public IReadOnlyList<ActionCall> Actions { get; init; } = [];

    /// <summary>A new ticket of a kind; one with a title and what the kind requires, unless set.</summary>
    public Func<TicketSchema, NewTicket>? NewTicket { get; init; }

    /// <summary>Since when events are read. For ever unless set.</summary>
    public DateTimeOffset EventsSince { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>How many times a sync is interrupted and gone on with, spread over its length. 8 unless set.</summary>
    public int Interruptions { get; init; } = 8;

    /// <summary>How long one run may take. Two minutes unless set.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);
}
