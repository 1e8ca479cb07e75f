using Baton.Cli;
using YamlDotNet.Core;

namespace Baton.Config;

/// <summary>The configuration file: <c>.baton.yaml</c> in the working directory, or what <c>BATON_CONFIG_PATH</c> names.</summary>
sealed class ConfigFile
{
    /// <summary>Names the file.</summary>
    public const string PathVariable = "BATON_CONFIG_PATH";

    const string DefaultName = ".baton.yaml";
    const int MaxBytes = 1 << 20;

    readonly Dictionary<string, RawValue> _values = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> _warnings = [];

    /// <summary>What is odd, but does not stop the program.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The value of a key; null when absent.</summary>
    public RawValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Reads the file, when there is one.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static ConfigFile Load(ConnectorHostOptions options, IReadOnlyCollection<string> knownNames)
    {
        var file = new ConfigFile();
        var named = options.Environment(PathVariable);
        var path = string.IsNullOrEmpty(named) ? DefaultName : named;
        if (Path.GetExtension(path) is not (".yaml" or ".yml"))
            throw new UsageException("expected config file to have .yaml or .yml extension");
        if (file.ReadText(path, Path.Combine(options.WorkingDirectory, path), isNamed: path == named) is { } text)
            file.Parse(path, text, knownNames);
        return file;
    }

    string? ReadText(string path, string fullPath, bool isNamed)
    {
        try
        {
            using var stream = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek && stream.Length > MaxBytes)
                throw new UsageException($"config file {path} is larger than {MaxBytes >> 20} MiB: it is not a configuration of this program");
            using var reader = new StreamReader(stream);
            var buffer = new char[MaxBytes];
            return new string(buffer, 0, reader.ReadBlock(buffer));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            if (isNamed)
                _warnings.Add($"config file {path}, which {PathVariable} names, does not exist; continuing without it");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"config file {path} cannot be read ({e.Message}); make it readable or remove it");
        }
    }

    void Parse(string path, string text, IReadOnlyCollection<string> knownNames)
    {
        try
        {
            foreach (var (key, line, value) in new YamlSettings(path, text).Read())
            {
                if (!knownNames.Contains(key, StringComparer.OrdinalIgnoreCase))
                    _warnings.Add($"{path}:{line}: unknown key {Quoted.Of(key)} is ignored{Suggestions.Inline(key.Replace('_', '-'), knownNames)}");
                else if (value is not null)
                    _values.Add(key, value);
            }
        }
        catch (YamlException e)
        {
            throw new UsageException($"config file {path}:{e.Start.Line}:{e.Start.Column}: {e.Message.TrimEnd('.')}; correct the file or remove it");
        }
    }
}
