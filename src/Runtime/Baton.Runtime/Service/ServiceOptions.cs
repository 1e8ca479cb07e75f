using Baton.Auth;

namespace Baton.Service;

/// <summary>What service mode needs to know.</summary>
sealed record ServiceOptions
{
    public const int MostSlots = 100;

    public required ClientId Id { get; init; }

    public required ClientSecret Secret { get; init; }

    public required C1Endpoint Endpoint { get; init; }

    /// <summary>By what C1 tells replicas apart.</summary>
    public required string HostId { get; init; }

    /// <summary>How many tasks may run at the same time.</summary>
    public int Slots { get; init; } = 3;

    /// <summary>Fetch several tasks at once.</summary>
    public bool InBatches { get; init; }

    /// <summary>How long running tasks may go on after the signal to stop.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long reports may take after that.</summary>
    public static TimeSpan ReportLimit { get; } = TimeSpan.FromSeconds(5);
}
