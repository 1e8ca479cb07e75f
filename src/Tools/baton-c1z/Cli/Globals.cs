using System.CommandLine;

namespace Baton.C1ZTool;

/// <summary>Options that every command has, or many.</summary>
static class Globals
{
    public static readonly Option<string> File = new("--file", "-f")
    {
        Description = "The c1z", DefaultValueFactory = _ => "sync.c1z", Recursive = true,
    };

    public static readonly Option<string> Format = Choice();

    public static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Show it again whenever the file changes, until Ctrl-C", Recursive = true,
    };

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
