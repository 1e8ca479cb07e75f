using System.Security.Cryptography.X509Certificates;

namespace Baton.Testing;

/// <summary>How an emulated C1 behaves.</summary>
public sealed record C1EmulatorOptions
{
    /// <summary>Port to listen on, on this machine only; any free one when 0.</summary>
    public int Port { get; init; }

    /// <summary>Certificate to speak TLS with; plain text when null.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>How long a task belongs to a connector that says nothing of it; then it is handed out again.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>When a connector is to look for tasks again.</summary>
    public TimeSpan NextPoll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long an answer waits for a task to come when there is none. A connector asks again after a second at the soonest: with some patience
    /// here, tests need not wait for it. None unless set.
    /// </summary>
    public TimeSpan Patience { get; init; }

    /// <summary>When a connector is to send a heartbeat.</summary>
    public TimeSpan NextHeartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a task is handed out whose failure may pass.</summary>
    public int MostAttempts { get; init; } = 1;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
