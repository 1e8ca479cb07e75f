using System.CommandLine;
using System.Runtime.CompilerServices;
using Baton.C1Z;

namespace Baton.C1ZTool;

/// <summary>Options that every command has, or many.</summary>
static class Globals
{
    const string Advice = "use the dotnet tool (dotnet tool install --global Baton.C1Z.Tool), or copy it to a file";

    public static readonly Option<string> File = AllCommands(C1Z("--file", RuntimeFeature.IsDynamicCodeSupported ? "The c1z: a file, or s3://bucket/key" : "The c1z", "sync.c1z", "-f"));

    public static readonly Option<string> Format = Choice();

    public static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Show it again whenever the file changes, until Ctrl-C", Recursive = true,
    };

    /// <summary>An option that takes a file of this machine.</summary>
    public static Option<string> Path(string name, string description, string? otherwise = null)
    {
        var option = C1Z(name, description, otherwise);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && RemoteStore.IsAddress(path))
                result.AddError($"{name} takes the path of a file, and {path} is an address");
        });
        return option;
    }

    /// <summary>
    /// An option that takes a c1z, here or at an address. Nobody can leave it empty: a variable that is not set is a mistake, and no wish for the default.
    /// </summary>
    public static Option<string> C1Z(string name, string description, string? otherwise = null, params string[] aliases)
    {
        var option = new Option<string>(name, aliases) { Description = description };
        if (otherwise is not null)
            option.DefaultValueFactory = _ => otherwise;
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError($"{name} is empty: it takes the path of a file");
            if (!RuntimeFeature.IsDynamicCodeSupported && result.Tokens is [{ Value: var path }] && RemoteStore.IsAddress(path))
                result.AddError($"the native program reads files only, and {path} is an address: {Advice}");
        });
        return option;
    }

    static Option<T> AllCommands<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }

    static Option<string> Choice()
    {
        var option = new Option<string>("--output-format", "-o") { Description = "console, json or csv", DefaultValueFactory = _ => "console", Recursive = true };
        option.AcceptOnlyFromAmong("console", "json", "csv");
        return option;
    }

    public static Option<string?> SyncId() => new("--sync-id") { Description = "The sync to read; the one that finished last unless given" };

    public static Option<string?> ResourceType(string description = "Only of this resource type") => new("--resource-type", "-t") { Description = description };

    public static Option<string?> Resource(string description = "Only of this resource") => new("--resource", "-r") { Description = description };

    public static Option<string?> Entitlement(string description = "Only of this entitlement") => new("--entitlement", "-e") { Description = description };
}
