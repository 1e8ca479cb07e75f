using System.CommandLine;

namespace Baton.Benchmarks;

/// <summary>The synthetic connector as a program, and the bare loop beside it.</summary>
sealed class Connector
{
    readonly Option<bool> _aot = new("--aot") { Description = "The native programs that eng/publish-aot.sh made of tests/Synthetic and tests/BareLoop" };

    public Connector(Command command) => command.Add(_aot);

    /// <summary>The command that runs it.</summary>
    /// <exception cref="FileNotFoundException">It was not built.</exception>
    public string[] Program(ParseResult result) => result.GetValue(_aot) ? [Native] : Managed;

    public static string[] Managed => ManagedProgram("baton-synthetic");

    public static string Native => NativeProgram("baton-synthetic", "Synthetic");

    /// <summary>The command that runs the bare loop: native when the connector is.</summary>
    public static string[] BareLoop(string[] connector) =>
        connector is ["dotnet", ..] ? ManagedProgram("baton-bare-loop") : [NativeProgram("baton-bare-loop", "BareLoop")];

    static string[] ManagedProgram(string name) => ["dotnet", Existing(Path.Combine(Artifacts, "bin", name, "release", name + ".dll"), "dotnet build -c Release")];

    static string NativeProgram(string name, string project) =>
        Existing(Path.Combine(Artifacts, "native", name, name), $"./eng/publish-aot.sh tests/{project}");

    static string Artifacts => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    static string Existing(string path, string command) =>
        File.Exists(path) ? path : throw new FileNotFoundException($"{path} does not exist: run {command}");
}
