using System.CommandLine;

namespace Baton.Benchmarks;

/// <summary>The synthetic connector as a program.</summary>
sealed class Connector
{
    readonly Option<bool> _aot = new("--aot") { Description = "The native program that eng/publish-aot.sh tests/Synthetic made" };

    public Connector(Command command) => command.Add(_aot);

    /// <summary>The command that runs it.</summary>
    /// <exception cref="FileNotFoundException">It was not built.</exception>
    public string[] Program(ParseResult result) => result.GetValue(_aot) ? [Native] : Managed;

    public static string[] Managed => ["dotnet", Existing(Path.Combine(Artifacts, "bin", "baton-synthetic", "release", "baton-synthetic.dll"), "dotnet build -c Release")];

    public static string Native => Existing(Path.Combine(Artifacts, "native", "baton-synthetic", "baton-synthetic"), "./eng/publish-aot.sh tests/Synthetic");

    static string Artifacts => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    static string Existing(string path, string command) =>
        File.Exists(path) ? path : throw new FileNotFoundException($"{path} does not exist: run {command}");
}
