namespace Baton.Runtime.Tests.Cli;

/// <summary>A row of the table of flags, which is kept apart from the program's own table so that neither can drift alone.</summary>
sealed record DefaultFlag(string Name, string ShortHand, string Type, string Default, bool IsHidden, bool IsSupported)
{
    public static IReadOnlyList<DefaultFlag> All { get; } = Read();

    public string Variable => "BATON_" + Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>A value of the right type that is not the default.</summary>
    public string OtherValue => Type switch
    {
        "Bool" => "true",
        "Int" => "7",
        _ => "other",
    };

    static List<DefaultFlag> Read()
    {
        return TestData.Text("default-flags.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => line.Split('\t'))
            .Select(static c => new DefaultFlag(c[0], c[1], c[2], c[3], c[4] == "hidden", c[5] == "yes"))
            .ToList();
    }
}
