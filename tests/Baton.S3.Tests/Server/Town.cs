namespace Baton.S3.Tests.Server;

/// <summary>A connector that has the package. <c>BATON_TEST_S3_CONNECTOR</c> names a native program to start in its place.</summary>
static class Town
{
    /// <summary>Starts it in a folder of its own, with nothing of AWS but what is given as <c>NAME=value</c>.</summary>
    public static RunningProgram Start(string folder, params IEnumerable<string> environment)
    {
        var start = RunningProgram.Town("BATON_TEST_S3_CONNECTOR");
        string[] others = ["AWS_", "BATON_"];
        foreach (var name in start.Environment.Keys.Where(n => others.Any(o => n.StartsWith(o, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(name);
        start.WorkingDirectory = folder;
        string[] always = ["BATON_TOKEN=right", "BATON_LOG_LEVEL=debug", $"BATON_TMPDIR={folder}", $"HOME={folder}", "AWS_EC2_METADATA_DISABLED=true"];
        foreach (var setting in always.Concat(environment).Select(static s => s.Split('=', 2)))
            start.Environment[setting[0]] = setting[1];
        return new(start);
    }
}
