namespace Baton.Testing;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>The call is answered with a status.</summary>
    Status,

    /// <summary>The connection breaks before the call is looked at.</summary>
    Drop,

    /// <summary>The connection breaks after the call had its effect, before the answer.</summary>
    DropAnswer,

    /// <summary>The call takes effect late.</summary>
    Slow,

    /// <summary>The connection breaks in the middle of an upload.</summary>
    DropUpload,

    /// <summary>All access tokens become invalid, and the call is refused.</summary>
    ExpireTokens,
}

/// <summary>Something that goes wrong, once or several times.</summary>
/// <param name="Method">Name of the method (<c>GetTask</c>…), or <c>token</c> for the token endpoint.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(string Method, FaultKind Kind)
{
    /// <summary>The status, for <see cref="FaultKind.Status"/>.</summary>
    public ErrorCode Code { get; init; } = ErrorCode.Unavailable;

    /// <summary>How long the call takes, for <see cref="FaultKind.Slow"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many bytes come through, for <see cref="FaultKind.DropUpload"/>.</summary>
    public long AfterBytes { get; init; }

    /// <summary>How many calls it happens to.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>What is still to go wrong, in order.</summary>
sealed class FaultScript
{
    readonly List<Fault> _faults = [];
    readonly Lock _lock = new();

    public void Add(Fault fault)
    {
        lock (_lock)
            _faults.AddRange(Enumerable.Repeat(fault, fault.Times));
    }

    public Fault? Take(string method)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(f => f.Method == method);
            if (index < 0)
                return null;
            var fault = _faults[index];
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
