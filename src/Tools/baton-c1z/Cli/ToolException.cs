namespace Baton.C1ZTool;

/// <summary>Something that the user must do otherwise; its message says what.</summary>
sealed class ToolException(string message) : Exception(message);
