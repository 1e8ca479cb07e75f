{{- define "baton.name" -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- define "baton.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
{{- define "baton.secret" -}}
{{- .Values.secret.existing | default (include "baton.name" .) -}}
{{- end -}}
