package org.citycase.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Knows no script language. The libraries of the service bring some (mvel, juel, feel), and the
 * engine would run whatever a diagram of an older version or another way in hands it.
 */
class NoScripts implements ScriptEngineResolver {

  /** Without a class loader it finds no language. */
  private final ScriptEngineManager none = new ScriptEngineManager(null);

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory language) {
    // There is none, whoever brings it.
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return none;
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return null;
  }
}
