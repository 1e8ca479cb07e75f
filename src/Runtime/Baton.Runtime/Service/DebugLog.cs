using Baton.Logging;
using Baton.Progress;
using Microsoft.Extensions.Logging;

namespace Baton.Service;

/// <summary>Everything that a task logs, in a file of its own, for C1 to show. Secrets are left out of it as of every log.</summary>
sealed class DebugLog : IDisposable
{
    readonly string _file;
    readonly LogOutput _output;

    public DebugLog(string file, SecretRedactor redactor, ConnectorHostOptions options)
    {
        _file = file;
        var settings = new LogSettings(LogLevel.Debug, IsJson: true, [file], []);
        _output = LogOutput.Open(settings, options, new ErrorOutput(TextWriter.Null));
        Provider = new BatonLoggerProvider(settings, _output, redactor, options.TimeProvider);
    }

    public BatonLoggerProvider Provider { get; }

    /// <summary>Writes the end of the file.</summary>
    /// <returns>Its path; the file is there until this is disposed.</returns>
    public string Close()
    {
        _output.Dispose();
        return _file;
    }

    public void Dispose()
    {
        _output.Dispose();
        File.Delete(_file);
    }
}
