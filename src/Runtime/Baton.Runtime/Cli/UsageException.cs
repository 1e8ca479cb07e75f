namespace Baton.Cli;

/// <summary>The program was called in a wrong way: the text is printed as it is, and the exit code is 2.</summary>
sealed class UsageException(string message) : ConnectorException(ErrorCode.Unknown, message);
