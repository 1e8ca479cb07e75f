using System.Text;

namespace Baton;

/// <summary>A secret on its way to C1. The runtime encrypts it for those who may read it, and it is never stored or logged.</summary>
/// <param name="name">What it is, for example <c>password</c>; not secret.</param>
/// <param name="value">The secret itself.</param>
public sealed class PlaintextSecret(string name, ReadOnlyMemory<byte> value)
{
    /// <summary>A secret that is a text.</summary>
    /// <param name="name">What it is; not secret.</param>
    /// <param name="value">The secret itself.</param>
    public PlaintextSecret(string name, string value)
        : this(name, Encoding.UTF8.GetBytes(value ?? throw new ArgumentNullException(nameof(value))))
    {
    }

    /// <summary>What it is.</summary>
    public string Name { get; } = name;

    /// <summary>The secret itself.</summary>
    public ReadOnlyMemory<byte> Value { get; } = value;

    /// <summary>One sentence on what it is for; not secret.</summary>
    public string? Description { get; init; }

    /// <summary>Form of the value where a reader has to know it, for example a media type; not secret.</summary>
    public string? Schema { get; init; }

    /// <summary>The name; never the secret.</summary>
    public override string ToString() => Name;
}
