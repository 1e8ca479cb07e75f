using System.Text;
using Baton.Cli;
using Baton.Progress;

namespace Baton.Logging;

/// <summary>Where the lines of the log go; whole lines, one after the other.</summary>
sealed class LogOutput : IDisposable
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    readonly List<Action<string>> _targets = [];
    readonly List<StreamWriter> _files = [];
    readonly Lock _lock = new();

    /// <summary>Opens the outputs.</summary>
    /// <exception cref="UsageException">A file cannot be opened.</exception>
    public static LogOutput Open(LogSettings settings, ConnectorHostOptions options, ErrorOutput error)
    {
        var output = new LogOutput();
        try
        {
            foreach (var path in settings.Paths.Distinct(StringComparer.Ordinal))
                output._targets.Add(output.Target(path, options, error));
            return output;
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    public void WriteLine(string line)
    {
        lock (_lock)
        {
            foreach (var target in _targets)
                target(line);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _targets.Clear();
            foreach (var file in _files)
                file.Dispose();
            _files.Clear();
        }
    }

    Action<string> Target(string path, ConnectorHostOptions options, ErrorOutput error)
    {
        switch (path)
        {
            case LogSettings.StandardError:
                return error.WriteLine;
            case LogSettings.StandardOutput:
                return options.Output.WriteLine;
        }
        try
        {
            var full = Path.Combine(options.WorkingDirectory, path);
            var file = new StreamWriter(new FileStream(full, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), Utf8) { AutoFlush = true, NewLine = "\n" };
            _files.Add(file);
            return file.WriteLine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"couldn't open sink {Quoted.Of(path)}: {e.Message}");
        }
    }
}
