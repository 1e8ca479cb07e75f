using System.CommandLine;
using Baton.C1Z;

namespace Baton.C1ZTool;

static class DumpDatabaseVerb
{
    public static Command Create(ToolHost host)
    {
        var output = Globals.Path("--out", "The file to write", "./sync.db");
        return new Command("dump-db", "Write the SQLite database inside the c1z, as it is") { output }.Running(host, async invocation =>
        {
            if (File.Exists(invocation.Value(output)))
                throw new ToolException($"{invocation.Value(output)} exists already; remove it, or choose another name with --out");
            await C1ZEnvelope.UnpackAsync(invocation.File, invocation.Value(output)!, C1ZOptions.FromEnvironment(host.Options), invocation.Cancel);
        });
    }
}
