namespace Baton.Tests.Shared;

/// <summary>Packages of npm that eng/test.sh installed.</summary>
static class NodeModules
{
    /// <summary>The folder that holds a package, for the environment variable <c>NODE_PATH</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    internal static string FolderOf(string package)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "artifacts", "node", "node_modules");
            if (Directory.Exists(Path.Combine([modules, .. package.Split('/')])))
                return modules;
        }
        throw new InvalidOperationException($"{package} is not installed: run ./eng/test.sh, or npm install --prefix artifacts/node {package}");
    }
}
