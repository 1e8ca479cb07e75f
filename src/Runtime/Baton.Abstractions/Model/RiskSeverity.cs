namespace Baton;

/// <summary>How bad a risk is. Numbers are those of <c>c1.connector.v2.RiskFactor.Severity</c>.</summary>
public enum RiskSeverity
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Low.</summary>
    Low = 1,

    /// <summary>Medium.</summary>
    Medium = 2,

    /// <summary>High.</summary>
    High = 3,

    /// <summary>Critical.</summary>
    Critical = 4,
}
