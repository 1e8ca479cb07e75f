using Microsoft.Extensions.Logging;

namespace Baton.Logging;

/// <summary>Logs to a <see cref="LogOutput"/>.</summary>
sealed class BatonLoggerProvider(LogSettings settings, LogOutput output, SecretRedactor redactor, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    IExternalScopeProvider? _scopes;

    /// <summary>Gets every line too.</summary>
    internal Action<LogEntry>? Also { get; set; }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new BatonLogger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The output belongs to whoever opened it: it is still needed when the container is gone.
    }

    sealed class BatonLogger(BatonLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => provider._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= provider.Level;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            ArgumentNullException.ThrowIfNull(formatter);
            if (!IsEnabled(logLevel))
                return;
            var fields = new List<KeyValuePair<string, object?>>();
            provider._scopes?.ForEachScope(static (scope, target) => target.Provider.Collect(scope, target.Fields), (Provider: provider, Fields: fields));
            provider.Collect(state, fields);
            provider.Write(logLevel, category, formatter(state, exception), fields, exception);
        }
    }

    LogLevel Level => settings.Level;

    void Collect(object? state, List<KeyValuePair<string, object?>> fields)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values)
            return;
        foreach (var (name, value) in values)
        {
            if (name != "{OriginalFormat}")
                fields.Add(new(name, LogValue.Prepare(value, redactor)));
        }
    }

    void Write(LogLevel level, string category, string message, List<KeyValuePair<string, object?>> fields, Exception? exception)
    {
        if (exception is not null && Level <= LogLevel.Debug)
            fields.Add(new("stacktrace", redactor.Redact(exception.ToString())));
        var entry = new LogEntry(
            time.GetUtcNow(), level, category, redactor.Redact(message), fields, exception is null ? null : redactor.Redact(exception.Message));
        Also?.Invoke(entry);
        output.WriteLine(settings.IsJson ? LogFormat.Json(entry) : LogFormat.Console(entry));
    }
}
