using Baton.CompilerServices;

namespace Baton.Cli;

/// <summary>A setting with its flag, variable and key: one that every connector has, or one of the connector's own.</summary>
sealed record Flag(ConfigFieldDefinition Field)
{
    /// <summary>Known to every command, not to the connector's own commands only.</summary>
    public bool Global { get; init; }

    /// <summary>What the flag belongs to when this version cannot do that; null when it can.</summary>
    public string? Missing { get; init; }

    /// <summary>Can also be given by a variable or a file; false for <c>--help</c> and <c>--version</c>.</summary>
    public bool HasVariable { get; init; } = true;

    public string Name => Field.Name;

    public ConfigFieldKind Kind => Field.Kind;

    /// <summary>The environment variable: <c>BATON_</c>, upper case, <c>_</c> for <c>-</c>.</summary>
    public string Variable => VariableOf(Name);

    /// <summary>A flag that stands for <c>true</c> when no value follows it.</summary>
    public bool IsSwitch => Kind == ConfigFieldKind.Bool;

    /// <summary>How the kind is called in errors.</summary>
    public string KindName => Kind switch
    {
        ConfigFieldKind.Bool => "bool",
        ConfigFieldKind.Int or ConfigFieldKind.Long => "int",
        ConfigFieldKind.StringList => "[]string",
        ConfigFieldKind.StringMap => "map[string]any",
        _ => "string",
    };

    public static string VariableOf(string name) => "BATON_" + name.Replace('-', '_').ToUpperInvariant();
}
