namespace Baton.Samples.Unix.Tests.Support;

/// <summary>Keeps the warnings, for looking at them.</summary>
sealed class CollectedWarnings : ISyncWarnings
{
    public List<string> Messages { get; } = [];

    public void Add(string message)
    {
        if (!Messages.Contains(message))
            Messages.Add(message);
    }

    /// <summary>Asserts that there is one warning, and that it says all this.</summary>
    public void Single(params string[] parts)
    {
        var message = Assert.Single(Messages);
        foreach (var part in parts)
            Assert.Contains(part, message);
    }

    /// <summary>Asserts that one of the warnings says all this.</summary>
    public void Has(params string[] parts) =>
        Assert.True(Messages.Any(m => parts.All(p => m.Contains(p, StringComparison.Ordinal))), string.Join('\n', Messages));

    /// <summary>Asserts that there are none.</summary>
    public void None() => Assert.Empty(Messages);
}
